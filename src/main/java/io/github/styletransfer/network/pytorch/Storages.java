package io.github.styletransfer.network.pytorch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The values in a file, and the pickle that describes them. */
interface Storages extends Closeable {
  /** What describes them. */
  StateDict weights();

  /**
   * Reads a part of a storage.
   *
   * @param first byte that is wanted
   * @param count of bytes, all of them in the storage
   * @return in the values' byte order, from 0 on
   */
  ByteBuffer read(Storage storage, long first, int count) throws IOException;
}
