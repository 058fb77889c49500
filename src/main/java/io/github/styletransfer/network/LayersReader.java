package io.github.styletransfer.network;

import java.io.IOException;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;

/**
 * Reads the cell array {@code layers} and hands out its elements one by one, so that one layer is
 * in memory at a time, and stops when no more are wanted: the fully connected layers, four fifths
 * of the file, are never read.
 */
final class LayersReader extends Mat5Reader {
  static final String VARIABLE = "layers";

  private static final int INFLATER_BUFFER_BYTES = 1 << 16;

  private final Consumer consumer;

  /** Takes the elements in order. */
  @FunctionalInterface
  interface Consumer {
    /**
     * Takes one element.
     *
     * @return whether another is wanted
     */
    boolean accept(Array element) throws IOException;
  }

  private LayersReader(Source source, Consumer consumer) {
    super(source);
    this.consumer = consumer;
    bufferAllocator = new LimitedAllocator();
  }

  /**
   * Reads from the start of a MAT file.
   *
   * @return whether the file has a cell array of that name
   * @throws IOException if the file is damaged, or the consumer throws
   */
  static boolean read(Source source, Consumer consumer) throws IOException {
    LayersReader reader = new LayersReader(source, consumer);
    reader
        .setEntryFilter(header -> header.getName().equals(VARIABLE))
        .setMaxInflateBufferSize(INFLATER_BUFFER_BYTES)
        .disableSubsystemProcessing();
    try {
      reader.readMat();
      return false;
    } catch (IOException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof Finished) {
          return true;
        }
        if (cause instanceof NetworkFault fault) {
          throw fault;
        }
      }
      throw e;
    }
  }

  @Override
  protected Mat5Reader createChildReader(Source child) {
    LayersReader reader = new LayersReader(child, consumer);
    reader.filter = filter;
    return reader;
  }

  @Override
  protected Array readCell(EntryHeader header) throws IOException {
    if (!header.getName().equals(VARIABLE)) {
      return super.readCell(header);
    }
    for (int i = 0; i < header.getNumElements(); i++) {
      if (!consumer.accept(readNestedArray())) {
        break;
      }
    }
    throw new Finished();
  }

  /** Ends the reading; the library has no other way to leave the rest of a variable. */
  private static final class Finished extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
