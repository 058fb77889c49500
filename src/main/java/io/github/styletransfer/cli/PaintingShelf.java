package io.github.styletransfer.cli;

import io.github.styletransfer.job.InputLocator;
import io.github.styletransfer.storage.ProgramFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The paintings that lie in the input folders.
 *
 * @param files where they are looked for
 */
record PaintingShelf(NamedFiles files) {
  /** The value of {@code --style} that stands for any of them. */
  static final String RANDOM = "random";

  /** The paintings as {@code --style} takes them, those of the first folder first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String folder : folders()) {
      if (files.isFolder(files.resolve("", folder))) {
        list(folder).stream()
            .filter(PhotoFiles::isPicture)
            .map(name -> folder + "/" + name)
            .forEach(names::add);
      }
    }
    return names.stream().distinct().toList();
  }

  private static List<String> folders() {
    return Stream.concat(
            InputLocator.STYLE_FOLDERS.stream(),
            InputLocator.STYLE_FOLDERS.stream()
                .flatMap(name -> ProgramFolder.find(name).stream())
                .map(Path::toString))
        .toList();
  }

  private List<String> list(String folder) {
    try {
      return files.files(files.resolve("", folder), 1);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** One of them; empty if there are none. */
  Optional<String> draw(RandomGenerator random) {
    List<String> names = names();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.get(random.nextInt(names.size())));
  }
}
