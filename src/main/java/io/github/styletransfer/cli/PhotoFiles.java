package io.github.styletransfer.cli;

import io.github.styletransfer.job.Closest;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the images that a batch's arguments name: files, folders, patterns.
 *
 * @param files that may be named
 * @param option that names them, with dashes
 * @param folders in which a name that doesn't exist is looked up
 */
record PhotoFiles(NamedFiles files, String option, List<String> folders) {
  /** Also those that the program can't read, so that it says so. */
  private static final Set<String> ENDINGS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "bmp", "gif", "tif", "tiff", "webp", "heic", "heif",
          "hif", "avif", "jxl", "jp2", "j2k", "psd");

  private static final Pattern HIDDEN = Pattern.compile("(^|/)[.].");
  private static final Pattern GLOB_SIGN = Pattern.compile("[*?\\[{]");

  /**
   * An image.
   *
   * @param file as it is given to the plain command
   * @param folder in which its result is, below that of all results; empty for that one
   */
  record Found(String file, String folder) {}

  /**
   * All images of an argument, in the order of their names.
   *
   * @param recursive whether folders in a folder count
   * @throws UserException if there are none
   */
  List<Found> of(String argument, boolean recursive) throws UserException {
    Optional<String> named = located(argument);
    if (named.isPresent()) {
      return files.isFolder(named.get())
          ? inFolder(argument, named.get(), recursive)
          : List.of(new Found(named.get(), ""));
    }
    if (GLOB_SIGN.matcher(argument).find()) {
      return matching(argument);
    }
    throw new UserException(
        ExitCode.IMAGE,
        "%s %s does not exist, nor is it in %s. %s"
            .formatted(
                option,
                argument,
                String.join(" or ", folders.stream().map(folder -> folder + "/").toList()),
                suggestion(argument)
                    .map(meant -> "Did you mean " + meant + "?")
                    .orElse("Check the name, or give the path of a file or folder.")));
  }

  /** The full name of what an argument names as it is, if there is such a thing. */
  Optional<String> located(String argument) {
    return places(argument).stream().filter(files::exists).findFirst();
  }

  private List<String> places(String argument) {
    List<String> places = new ArrayList<>(List.of(files.resolve("", argument)));
    folders.forEach(folder -> places.add(files.resolve(folder, argument)));
    return places;
  }

  private Optional<String> suggestion(String argument) {
    return Closest.to(argument, files.beside(argument), PhotoFiles::fileName);
  }

  /** What follows the last folder in a name. */
  static String fileName(String name) {
    return name.substring(
        Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar)) + 1);
  }

  private List<Found> inFolder(String argument, String folder, boolean recursive)
      throws UserException {
    List<Found> found =
        files(folder, recursive ? Integer.MAX_VALUE : 1).stream()
            .filter(PhotoFiles::isPicture)
            .map(file -> new Found(files.resolve(folder, file), below(file)))
            .toList();
    if (found.isEmpty()) {
      boolean deeper =
          !recursive && files(folder, Integer.MAX_VALUE).stream().anyMatch(PhotoFiles::isPicture);
      throw new UserException(
          ExitCode.IMAGE,
          "The folder %s, which %s names, has no images in it%s."
              .formatted(
                  argument,
                  option,
                  deeper ? ", but the folders inside it have: pass --recursive" : ""));
    }
    return found;
  }

  private static String below(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  private List<Found> matching(String pattern) throws UserException {
    Matcher sign = GLOB_SIGN.matcher(pattern);
    int fixed = sign.find() ? pattern.lastIndexOf('/', sign.start()) + 1 : pattern.length();
    String start = files.resolve("", pattern.substring(0, fixed));
    String rest = pattern.substring(fixed);
    if (!files.isFolder(start)) {
      throw new UserException(
          ExitCode.IMAGE, "%s %s: the folder %s does not exist.".formatted(option, pattern, start));
    }
    PathMatcher matcher = matcher(pattern, rest);
    int depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : 1 + (int) rest.chars().filter(c -> c == '/').count();
    List<Found> found =
        files(start, depth).stream()
            .filter(file -> matcher.matches(Path.of(file)))
            .map(file -> new Found(files.resolve(start, file), ""))
            .toList();
    if (found.isEmpty()) {
      throw new UserException(ExitCode.IMAGE, "No file matches %s %s.".formatted(option, pattern));
    }
    return found;
  }

  private PathMatcher matcher(String pattern, String rest) throws UserException {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + rest);
    } catch (PatternSyntaxException e) {
      throw new UserException(
          ExitCode.USAGE,
          "%s %s isn't a pattern: a bracket is open.".formatted(option, pattern),
          e);
    }
  }

  private List<String> files(String folder, int depth) throws UserException {
    try {
      return files.files(folder, depth).stream()
          .filter(file -> !HIDDEN.matcher(file).find())
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private UserException unreadable(String folder, Exception cause) {
    return new UserException(
        ExitCode.IMAGE,
        "The folder %s, which %s names, can't be read (%s)."
            .formatted(folder, option, FileFaults.inWords(cause)),
        cause);
  }

  /** Whether a name ends as those of pictures do. */
  static boolean isPicture(String file) {
    String name = fileName(file);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
