package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import java.io.IOException;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;

/**
 * Reads the cell array {@code layers} and hands out its elements one by one, so that one layer is
 * in memory at a time, and stops when no more are wanted: the fully connected layers, nine tenths
 * of the file, are never read.
 */
public final class LayersReader extends LimitedReader {
  /** The variable's name. */
  public static final String VARIABLE = "layers";

  private final Consumer consumer;

  /** Takes the elements in order. */
  @FunctionalInterface
  public interface Consumer {
    /**
     * Takes one element.
     *
     * @return whether another is wanted
     */
    boolean accept(Array element) throws NetworkFault;
  }

  /** Reads from a file's start. */
  public LayersReader(Source source, Consumer consumer) {
    super(source);
    this.consumer = consumer;
    setEntryFilter(header -> header.getName().equals(VARIABLE));
  }

  private LayersReader(Source source, LayersReader parent) {
    super(source, parent);
    this.consumer = parent.consumer;
  }

  /**
   * Reads up to the last element that is wanted.
   *
   * @throws IOException if the file is damaged, or what the consumer throws, possibly as a cause
   */
  public void read() throws IOException {
    try {
      readMat();
    } catch (IOException e) {
      if (!(e.getCause() instanceof Finished)) {
        throw e;
      }
    }
  }

  @Override
  protected Mat5Reader createChildReader(Source child) {
    return new LayersReader(child, this);
  }

  @Override
  protected Array readCell(EntryHeader header) throws IOException {
    if (!isAtVariable()) {
      return super.readCell(header);
    }
    boolean wanted = true;
    for (int i = 0; wanted && i < header.getNumElements(); i++) {
      wanted = consumer.accept(readSeparately());
    }
    throw new Finished();
  }

  /** Ends the reading; MFL has no other way to leave the rest of a variable. */
  private static final class Finished extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
