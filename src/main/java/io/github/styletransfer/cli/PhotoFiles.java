package io.github.styletransfer.cli;

import io.github.styletransfer.job.Closest;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
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
import java.util.stream.Stream;

/**
 * Finds the images that a batch's arguments name: files, folders, patterns.
 *
 * @param workingDirectory what relative paths are relative to
 * @param option that names them, with dashes
 * @param folders in which a name that doesn't exist is looked up
 */
record PhotoFiles(Path workingDirectory, String option, List<String> folders) {
  /** Also those that the program can't read, so that it says so. */
  private static final Set<String> ENDINGS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "bmp", "gif", "tif", "tiff", "webp", "heic", "heif",
          "avif", "jxl", "jp2");

  private static final Pattern GLOB_SIGN = Pattern.compile("[*?\\[{]");

  /**
   * An image.
   *
   * @param file as it is given to the plain command
   * @param folder in which its result is, below that of all results; empty for that one
   */
  record Found(Path file, Path folder) {}

  /**
   * All images of an argument, in the order of their names.
   *
   * @param recursive whether folders in a folder count
   * @throws UserException if there are none
   */
  List<Found> of(String argument, boolean recursive) throws UserException {
    Optional<Path> named = places(argument).stream().filter(Files::exists).findFirst();
    if (named.isPresent()) {
      return Files.isDirectory(named.get())
          ? inFolder(argument, named.get(), recursive)
          : List.of(new Found(named.get(), Path.of("")));
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

  private List<Path> places(String argument) {
    List<Path> places = new ArrayList<>(List.of(workingDirectory.resolve(argument)));
    folders.forEach(folder -> places.add(workingDirectory.resolve(folder).resolve(argument)));
    return places;
  }

  private Optional<String> suggestion(String argument) {
    Path parent = workingDirectory.resolve(argument).getParent();
    try (Stream<Path> files = Files.list(parent == null ? Path.of("") : parent)) {
      return Closest.to(
          argument,
          files
              .map(
                  file ->
                      file.startsWith(workingDirectory) ? workingDirectory.relativize(file) : file)
              .map(Path::toString)
              .sorted()
              .toList(),
          file -> String.valueOf(Path.of(file).getFileName()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<Found> inFolder(String argument, Path folder, boolean recursive)
      throws UserException {
    List<Found> found =
        files(folder, recursive ? Integer.MAX_VALUE : 1).stream()
            .filter(PhotoFiles::isImage)
            .map(file -> new Found(file, below(folder, file)))
            .toList();
    if (found.isEmpty()) {
      boolean deeper =
          !recursive && files(folder, Integer.MAX_VALUE).stream().anyMatch(PhotoFiles::isImage);
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

  private static Path below(Path folder, Path file) {
    Path parent = folder.relativize(file).getParent();
    return parent == null ? Path.of("") : parent;
  }

  private List<Found> matching(String pattern) throws UserException {
    Matcher sign = GLOB_SIGN.matcher(pattern);
    int fixed = sign.find() ? pattern.lastIndexOf('/', sign.start()) + 1 : pattern.length();
    Path start = workingDirectory.resolve(pattern.substring(0, fixed));
    String rest = pattern.substring(fixed);
    if (!Files.isDirectory(start)) {
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
            .filter(file -> matcher.matches(start.relativize(file)))
            .map(file -> new Found(file, Path.of("")))
            .toList();
    if (found.isEmpty()) {
      throw new UserException(ExitCode.IMAGE, "No file matches %s %s.".formatted(option, pattern));
    }
    return found;
  }

  private PathMatcher matcher(String pattern, String rest) throws UserException {
    try {
      return workingDirectory.getFileSystem().getPathMatcher("glob:" + rest);
    } catch (PatternSyntaxException e) {
      throw new UserException(
          ExitCode.USAGE,
          "%s %s isn't a pattern: a bracket is open.".formatted(option, pattern),
          e);
    }
  }

  private List<Path> files(Path folder, int depth) throws UserException {
    try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> !isHidden(folder, file))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    } catch (UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".") && part.toString().length() > 1) {
        return true;
      }
    }
    return false;
  }

  private UserException unreadable(Path folder, Exception cause) {
    return new UserException(
        ExitCode.IMAGE,
        "The folder %s, which %s names, can't be read (%s)."
            .formatted(folder, option, FileFaults.inWords(cause)),
        cause);
  }

  private static boolean isImage(Path file) {
    String name = String.valueOf(file.getFileName());
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
