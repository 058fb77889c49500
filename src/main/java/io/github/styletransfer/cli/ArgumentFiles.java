package io.github.styletransfer.cli;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.storage.ProgramFolder;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces {@code @FILE} with the words in that file. White space separates words, quotes keep them
 * together, and {@code #} begins a comment. An argument that itself begins with {@code @} is
 * written with two.
 */
final class ArgumentFiles {
  private static final String MARK = "@";

  private final Path workingDirectory;
  private final List<Path> open = new ArrayList<>();
  private final List<String> expanded = new ArrayList<>();

  private ArgumentFiles(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * The arguments without any {@code @FILE}.
   *
   * @throws UserException if a file can't be read
   */
  static String[] expand(Path workingDirectory, String... args) throws UserException {
    ArgumentFiles files = new ArgumentFiles(workingDirectory);
    for (String argument : args) {
      files.add(argument);
    }
    return files.expanded.toArray(String[]::new);
  }

  private void add(String argument) throws UserException {
    if (!argument.startsWith(MARK) || argument.equals(MARK)) {
      expanded.add(argument);
    } else if (argument.startsWith(MARK + MARK)) {
      expanded.add(argument.substring(MARK.length()));
    } else {
      addFile(argument.substring(MARK.length()));
    }
  }

  private void addFile(String name) throws UserException {
    try {
      Path file = located(name);
      Path key = file.toAbsolutePath().normalize();
      if (open.contains(key)) {
        throw fault(name, " names itself.");
      }
      String text = SmallTextFile.read(file);
      open.add(key);
      for (String word : words(text)) {
        add(word);
      }
      open.remove(key);
    } catch (NoSuchFileException e) {
      throw fault(name, " does not exist." + hint(name));
    } catch (InvalidPathException e) {
      throw fault(name, " does not exist.");
    } catch (IOException e) {
      throw fault(name, " can't be read: " + FileFaults.inWords(e) + ".");
    }
  }

  /** Where a name leads, or else a sample of that name. */
  private Path located(String name) {
    Path file = workingDirectory.resolve(name);
    return Files.exists(file) ? file : ProgramFolder.find(name).filter(Files::exists).orElse(file);
  }

  private static List<String> words(String text) throws IOException {
    StreamTokenizer tokens = new StreamTokenizer(new StringReader(text));
    tokens.resetSyntax();
    tokens.wordChars(' ' + 1, Character.MAX_VALUE);
    tokens.whitespaceChars(0, ' ');
    tokens.quoteChar('"');
    tokens.quoteChar('\'');
    tokens.commentChar('#');
    List<String> words = new ArrayList<>();
    while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
      words.add(tokens.sval);
    }
    return words;
  }

  /** For an image whose name begins with the mark. */
  private String hint(String name) {
    return Files.exists(workingDirectory.resolve(MARK + name))
        ? " For the file @" + name + " write @@" + name + "."
        : "";
  }

  private static UserException fault(String name, String problem) {
    return new UserException(ExitCode.USAGE, "The argument file " + name + problem);
  }
}
