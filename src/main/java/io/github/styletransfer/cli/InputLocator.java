package io.github.styletransfer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds input images: where the argument says, else by name in the input folders. */
final class InputLocator {
  private final Path workingDirectory;

  InputLocator(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  Path content(String argument) throws UserException {
    return find("content", argument, List.of("input/content", "input"));
  }

  Path style(String argument) throws UserException {
    return find("style", argument, List.of("input/style", "input"));
  }

  /** The image named with {@code --init}; it isn't looked up in any other folder. */
  Path initial(String argument) throws UserException {
    return find("initial", argument, List.of());
  }

  private Path find(String role, String argument, List<String> folders) throws UserException {
    Path path = workingDirectory.resolve(argument);
    if (Files.exists(path)) {
      return path;
    }
    for (String folder : folders) {
      Path candidate = workingDirectory.resolve(folder).resolve(argument);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    String places =
        folders.isEmpty() ? "" : ", nor is it in " + String.join("/ or ", folders) + "/";
    throw new UserException(
        ExitCode.IMAGE,
        "The "
            + role
            + " image "
            + argument
            + " does not exist"
            + places
            + ". Check the name, or give the path of an image.");
  }
}
