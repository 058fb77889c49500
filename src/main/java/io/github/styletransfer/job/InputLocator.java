package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds input images: where the argument says, else by name in the input folders. What can be read
 * only once is read here.
 */
public final class InputLocator {
  private final Path workingDirectory;

  /**
   * Looks below a folder.
   *
   * @param workingDirectory what relative paths are relative to
   */
  public InputLocator(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * Refuses to take several images from standard input.
   *
   * @param named the values of the options that name images
   * @throws UserException if it is named more than once
   */
  public static void requireOneStandardInput(Map<String, String> named) throws UserException {
    List<String> options =
        named.entrySet().stream()
            .filter(option -> InputFile.isStandardInput(option.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (options.size() > 1) {
      throw new UserException(
          ExitCode.USAGE,
          "Standard input holds one image: it can't be used for "
              + String.join(" and ", options)
              + " at once.");
    }
  }

  /** The photo. */
  public InputFile content(String argument) throws ImageFileException, UserException {
    return find("content", argument, List.of("input/content", "input"), List.of());
  }

  /** The painting. */
  public InputFile style(String argument) throws ImageFileException, UserException {
    return find("style", argument, List.of("input/style", "input"), List.of());
  }

  /** The mask of {@code --where}. */
  public InputFile where(String argument) throws ImageFileException, UserException {
    return find("--where", argument, List.of("input/mask", "input"), List.of());
  }

  /**
   * The image named with {@code --init}; it isn't looked up in any other folder.
   *
   * @param words that the option also accepts
   */
  public InputFile initial(String argument, List<String> words)
      throws ImageFileException, UserException {
    return find("initial", argument, List.of(), words);
  }

  private InputFile find(String role, String argument, List<String> folders, List<String> words)
      throws ImageFileException, UserException {
    if (InputFile.isStandardInput(argument)) {
      return new ReadOnceInput(role, InputFile.STANDARD_INPUT).copy();
    }
    List<Path> places = places(argument, folders);
    for (Path place : places) {
      if (Files.exists(place)) {
        return InputFile.isReadOnce(place)
            ? new ReadOnceInput(role, place).copy()
            : InputFile.of(place);
      }
    }
    throw new UserException(
        ExitCode.IMAGE,
        "The "
            + role
            + " image "
            + argument
            + " does not exist"
            + (folders.isEmpty() ? "" : ", nor is it in " + String.join("/ or ", folders) + "/")
            + ". "
            + suggestion(argument, places, words)
                .map(meant -> "Did you mean " + meant + "?")
                .orElse("Check the name, or give the path of an image."));
  }

  private List<Path> places(String argument, List<String> folders) {
    List<Path> places = new ArrayList<>(List.of(workingDirectory.resolve(argument)));
    for (String folder : folders) {
      places.add(workingDirectory.resolve(folder).resolve(argument));
    }
    return places;
  }

  /** A file beside those that were looked for, or a word. */
  private Optional<String> suggestion(String argument, List<Path> places, List<String> words) {
    List<String> files =
        places.stream()
            .flatMap(place -> neighbours(place).stream())
            .map(
                file ->
                    file.startsWith(workingDirectory) ? workingDirectory.relativize(file) : file)
            .map(Path::toString)
            .distinct()
            .toList();
    return Closest.to(argument, Stream.concat(words.stream(), files.stream()).toList(), this::stem);
  }

  private static List<Path> neighbours(Path place) {
    Path folder = place.getParent() == null ? Path.of("") : place.getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private String stem(String file) {
    String name = String.valueOf(workingDirectory.resolve(file).getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
