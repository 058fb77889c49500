package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.storage.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds input images: where the argument says, else by name in the input folders. What can be read
 * only once is read here.
 */
public final class InputLocator {
  /** Where photos are looked up that don't lie where they are said to. */
  public static final List<String> CONTENT_FOLDERS = List.of("input/content", "input");

  /** The same for paintings. */
  public static final List<String> STYLE_FOLDERS = List.of("input/style", "input");

  /** The system property that names the folder of the distribution that this is run from. */
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
   * @param named the images that each option names, by its name with dashes
   * @throws UserException if it is named more than once
   */
  public static void requireOneStandardInput(Map<String, List<String>> named) throws UserException {
    List<String> options = new ArrayList<>();
    named.forEach(
        (option, images) ->
            images.stream()
                .filter(InputFile::isStandardInput)
                .forEach(image -> options.add(option)));
    if (options.size() > 1) {
      List<String> distinct = options.stream().distinct().toList();
      throw new UserException(
          ExitCode.USAGE,
          "Standard input holds one image: it can't be used for "
              + String.join(" and ", distinct)
              + (distinct.size() == 1 ? " twice." : " at once."));
    }
  }

  /** The photo. */
  public InputFile content(String argument) throws ImageFileException, UserException {
    return find("content", argument, CONTENT_FOLDERS, List.of());
  }

  /**
   * The paintings that {@code --style} names; none of them is looked for yet.
   *
   * @throws UserException if a weight can't be one
   */
  public List<PaintingName> paintingNames(List<String> values) throws UserException {
    return PaintingName.of(values, this::isPainting);
  }

  /** Whether there is a photo or a painting of this name. */
  public boolean isImage(String name) {
    return isThere(name, CONTENT_FOLDERS) || isPainting(name);
  }

  private boolean isPainting(String name) {
    return isThere(name, STYLE_FOLDERS);
  }

  private boolean isThere(String name, List<String> folders) {
    try {
      return InputFile.isStandardInput(name)
          || (!name.isBlank() && places(name, folders).stream().anyMatch(Files::exists));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The paintings. */
  public List<PaintingFile> paintings(List<PaintingName> names)
      throws ImageFileException, UserException {
    List<PaintingFile> paintings = new ArrayList<>();
    for (PaintingName name : names) {
      paintings.add(
          new PaintingFile(find("style", name.name(), STYLE_FOLDERS, List.of()), name.weight()));
    }
    return paintings;
  }

  /** The mask of {@code --where}. */
  public InputFile where(String argument) throws ImageFileException, UserException {
    return find("--where", argument, List.of("input/mask", "input"), List.of());
  }

  /**
   * The names of masks that {@code --style-mask} gives; none of them is looked for yet.
   *
   * @param values each a name, or several with commas in between
   */
  public List<String> maskNames(List<String> values) {
    return values.stream()
        .flatMap(
            value -> isPainting(value) ? Stream.of(value) : Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /**
   * The masks; empty if there are none.
   *
   * @param content the photo's, as {@code --content-mask} names it
   * @param styles the paintings', as {@code --style-mask} names them
   * @param paintings how many there are
   * @throws UserException if there are masks for the photo or the paintings alone, or too many
   */
  public Optional<MaskFiles> masks(@Nullable String content, List<String> styles, int paintings)
      throws ImageFileException, UserException {
    if (content == null && styles.isEmpty()) {
      return Optional.empty();
    }
    if (content == null) {
      throw new UserException(
          ExitCode.USAGE,
          "--style-mask names regions of the painting, but nothing says where they are in the"
              + " photo. Pass --content-mask with an image of the same colours, too.");
    }
    if (styles.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "--content-mask names regions of the photo, but nothing says where they are in the"
              + " painting. Pass --style-mask with an image of the same colours, too.");
    }
    if (styles.size() > paintings) {
      throw new UserException(
          ExitCode.USAGE,
          "--style-mask names %d masks, but there %s. Give one for each painting, in order."
              .formatted(
                  styles.size(),
                  paintings == 1 ? "is one painting" : "are " + paintings + " paintings"));
    }
    List<Optional<InputFile>> ofPaintings = new ArrayList<>();
    for (int i = 0; i < paintings; i++) {
      boolean masked = i < styles.size() && !styles.get(i).equals(MaskFiles.NONE);
      ofPaintings.add(
          masked
              ? Optional.of(find(MaskFiles.STYLE_MASK, styles.get(i), STYLE_FOLDERS, List.of()))
              : Optional.empty());
    }
    return Optional.of(
        new MaskFiles(
            find(MaskFiles.CONTENT_MASK, content, CONTENT_FOLDERS, List.of()), ofPaintings));
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
    for (String folder : folders) {
      ProgramFolder.find(folder).map(samples -> samples.resolve(argument)).ifPresent(places::add);
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
