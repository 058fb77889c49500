package io.github.styletransfer.run;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.LogFolder;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.RunLength;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks, before a run begins, whether it may write its files.
 *
 * @param files of the run
 * @param workingDirectory what relative paths are relative to
 */
public record OutputCheck(OutputFiles files, Path workingDirectory) {
  /**
   * Refuses names that no file can have, and runs that would replace an input, another run's result
   * or, unless allowed, any existing file.
   *
   * @param job whose files they are; if its photo can't be used, the checkpoints aren't known, and
   *     only the result is checked
   * @param overwrite whether files that exist are replaced
   */
  public void targets(TransferJob job, boolean overwrite) throws UserException {
    List<Path> inputs = job.images().stream().map(InputFile::origin).toList();
    Optional<RunLength> length = ResultSize.of(job).map(job.method()::length);
    requirePossibleName(files.result());
    if (length.isPresent()) {
      requirePossibleName(files.checkpoint(length.get().total() - 1));
    }
    target(files.result(), inputs, overwrite);
    if (length.isPresent()) {
      checkpoints(job.checkpoints(), length.get(), inputs, overwrite);
    }
  }

  private void checkpoints(
      Checkpoints checkpoints, RunLength length, List<Path> inputs, boolean overwrite)
      throws UserException {
    for (int iteration : iterationsOfFiles(length.total())) {
      if (checkpoints.isDueAfter(iteration, length)) {
        Path checkpoint = files.checkpoint(iteration);
        target(checkpoint, inputs, overwrite);
        requireNoResult(checkpoint);
      }
    }
  }

  /** The system knows how long names may be, and which characters they can't have. */
  private void requirePossibleName(Path file) throws UserException {
    Path folder = OutputFiles.folder(file);
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    try {
      Files.readAttributes(
          folder.resolve(file.getFileName()), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException | AccessDeniedException e) {
      return;
    } catch (FileSystemException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          (file.equals(files.result()) ? "The name " : "The checkpoint name ")
              + file.getFileName()
              + " can't be used ("
              + FileFaults.inWords(e)
              + "): choose another --output name.",
          e);
    } catch (IOException e) {
      throw unusable(folder, "--output", e);
    }
  }

  /**
   * The iterations after which existing files are named, found by listing the folder, as a run may
   * have billions of iterations.
   */
  private SortedSet<Integer> iterationsOfFiles(int iterations) throws UserException {
    Path result = files.result();
    Pattern name =
        Pattern.compile(
            Pattern.quote(files.baseName()) + "_(\\d{1,10})" + Pattern.quote(files.ending()),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    SortedSet<Integer> found = new TreeSet<>();
    try (DirectoryStream<Path> others = Files.newDirectoryStream(OutputFiles.folder(result))) {
      for (Path file : others) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        if (matcher.matches() && Long.parseLong(matcher.group(1)) < iterations) {
          found.add(Integer.valueOf(matcher.group(1)));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return found;
    } catch (IOException | DirectoryIteratorException e) {
      throw unusable(OutputFiles.folder(result), "--output", e);
    }
    return found;
  }

  private static void target(Path file, Iterable<Path> inputs, boolean overwrite)
      throws UserException {
    if (!Files.exists(file)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          ExitCode.OUTPUT,
          file
              + (Files.isDirectory(file) ? " is a folder" : " is not a regular file")
              + ": choose another --output name.");
    }
    for (Path input : inputs) {
      if (isSame(input, file)) {
        throw new UserException(
            ExitCode.OUTPUT,
            "The run would replace its own input " + file + ": choose another --output name.");
      }
    }
    if (!overwrite) {
      throw new UserException(
          ExitCode.OUTPUT,
          file + " already exists: choose another --output name, or pass --overwrite.");
    }
  }

  private void requireNoResult(Path checkpoint) throws UserException {
    Path record = LogFolder.of(workingDirectory, checkpoint).resolve(OutputFiles.MANIFEST);
    if (Files.exists(record)) {
      throw new UserException(
          ExitCode.OUTPUT,
          "A checkpoint of this run would replace "
              + checkpoint
              + ", the result of another run ("
              + record
              + "): choose another --output name, or pass --checkpoints 0.");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** Creates the folders and makes sure that files can be written to them. */
  public void prepareFolders() throws UserException {
    prepareFolder(OutputFiles.folder(files.result()), "--output");
    prepareFolder(files.logDirectory(), "--log-dir");
    Path target = files.target();
    if (!target.equals(files.result())) {
      if (!Files.isDirectory(OutputFiles.folder(target))) {
        throw new UserException(
            ExitCode.OUTPUT,
            files.result()
                + " is a symbolic link to "
                + target
                + ", whose folder doesn't exist: create it, or choose another --output name.");
      }
      probe(OutputFiles.folder(target), "--output");
    }
  }

  static void prepareFolder(Path folder, String option) throws UserException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unusable(folder, option, e);
    }
    probe(folder, option);
  }

  private static void probe(Path folder, String option) throws UserException {
    try {
      Files.delete(Files.createTempFile(folder, ".style-transfer", ".tmp"));
    } catch (IOException e) {
      throw unusable(folder, option, e);
    }
  }

  private static UserException unusable(Path folder, String option, Exception cause) {
    return new UserException(
        ExitCode.OUTPUT,
        "The folder "
            + folder
            + " can't be written to ("
            + FileFaults.inWords(cause)
            + "): choose another with "
            + option
            + ".",
        cause);
  }
}
