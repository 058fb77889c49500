package io.github.styletransfer.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where downloaded data are written. */
public interface Disk {
  /** The machine's own file system. */
  Disk LOCAL =
      new Disk() {
        @Override
        public long freeBytes(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public OutputStream append(Path file) throws IOException {
          return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }
      };

  /**
   * Bytes that can still be written to a folder.
   *
   * @throws IOException if the system can't tell
   */
  long freeBytes(Path folder) throws IOException;

  /**
   * Opens an existing file for writing at its end.
   *
   * @throws IOException if it can't be written to
   */
  OutputStream append(Path file) throws IOException;
}
