package io.github.styletransfer.storage;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Symbolic links that stand for files. */
public final class SymbolicLinks {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private SymbolicLinks() {}

  /**
   * The file that a path leads to.
   *
   * @param file need not exist; links in the folders before its name are left as they are
   * @return the path itself if it is no link; else where the link leads, which need not exist
   * @throws FileSystemLoopException if links lead to each other
   * @throws IOException if a link can't be read
   */
  public static Path followed(Path file) throws IOException {
    Path path = file;
    for (int i = 0; i < MOST_LINKS; i++) {
      if (!Files.isSymbolicLink(path)) {
        return path;
      }
      path = path.resolveSibling(Files.readSymbolicLink(path));
    }
    throw new FileSystemLoopException(file.toString());
  }
}
