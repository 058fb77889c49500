package io.github.styletransfer.spark;

import java.nio.file.Path;

/** A local copy of a file, which stays until it is closed. */
final class LocalCopy implements AutoCloseable {
  private final Path file;
  private final Runnable release;

  LocalCopy(Path file, Runnable release) {
    this.file = file;
    this.release = release;
  }

  /** The copy, by its original's name. It must not be changed. */
  Path file() {
    return file;
  }

  /** Lets the copy be deleted when its room is needed; to be called once. */
  @Override
  public void close() {
    release.run();
  }
}
