package io.github.styletransfer.storage;

import java.io.IOException;

/**
 * Something done with a value that can fail to read or write.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface IoConsumer<T> {
  /**
   * Does it.
   *
   * @throws IOException when reading or writing fails
   */
  void accept(T value) throws IOException;
}
