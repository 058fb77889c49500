package io.github.styletransfer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files of this machine.
 *
 * @param workingDirectory what relative names are relative to
 */
record LocalFiles(Path workingDirectory) implements NamedFiles {
  @Override
  public String resolve(String folder, String name) {
    return workingDirectory.resolve(folder).resolve(name).toString();
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(Path.of(name));
  }

  @Override
  public boolean isFolder(String name) {
    return Files.isDirectory(Path.of(name));
  }

  @Override
  public List<String> files(String folder, int depth) throws IOException {
    Path start = Path.of(folder);
    try (Stream<Path> files = Files.walk(start, depth, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> withSlashes(start.relativize(file)))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String withSlashes(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  @Override
  public List<String> beside(String name) {
    Path parent = workingDirectory.resolve(name).getParent();
    try (Stream<Path> files = Files.list(parent == null ? Path.of("") : parent)) {
      return files
          .map(file -> file.startsWith(workingDirectory) ? workingDirectory.relativize(file) : file)
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public String real(String name) {
    Path file = workingDirectory.resolve(name);
    try {
      return file.toRealPath().toString();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize().toString();
    }
  }

  @Override
  public Path local(String name) {
    return workingDirectory.resolve(name);
  }
}
