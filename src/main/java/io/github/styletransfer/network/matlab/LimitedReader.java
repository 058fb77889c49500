package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.io.IOException;
import java.util.Locale;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.format.Mat5Tag;
import us.hebi.matlab.mat.format.Mat5Type;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;

/**
 * MFL's reader with limits. MFL believes a file's sizes and allocates accordingly; here sizes that
 * no network file has are refused first.
 */
public class LimitedReader extends Mat5Reader {
  private static final int INFLATER_BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_NAMES_BYTES = 1 << 16;
  private static final int MOST_ELEMENTS = 1 << 16;
  private static final int DEEPEST_NESTING = 16;

  /** About what an array takes beside its values. */
  private static final int ARRAY_BYTES = 256;

  private final LimitedAllocator allocator;
  private int depth;

  /** Reads from a source with a memory budget of its own. */
  public LimitedReader(Source source) {
    this(source, new LimitedAllocator());
    setMaxInflateBufferSize(INFLATER_BUFFER_BYTES);
    disableSubsystemProcessing();
  }

  /** Reads a part of what the parent reads. */
  LimitedReader(Source source, LimitedReader parent) {
    this(source, parent.allocator);
    filter = parent.filter;
  }

  private LimitedReader(Source source, LimitedAllocator allocator) {
    super(source);
    this.allocator = allocator;
    bufferAllocator = allocator;
  }

  /** Whether a variable itself is being read rather than something in it. */
  final boolean isAtVariable() {
    return depth == 0;
  }

  /** Reads the next array in a variable with a memory budget for it alone. */
  final Array readSeparately() throws IOException {
    allocator.reset();
    return readNestedArray();
  }

  @Override
  protected Mat5Reader createChildReader(Source child) {
    return new LimitedReader(child, this);
  }

  @Override
  protected final Array readNestedArray() throws IOException {
    if (depth == DEEPEST_NESTING) {
      throw damaged("its arrays are nested more than " + DEEPEST_NESTING + " deep");
    }
    allocator.charge(ARRAY_BYTES);
    depth++;
    try {
      return super.readNestedArray();
    } finally {
      depth--;
    }
  }

  @Override
  protected Array readCell(EntryHeader header) throws IOException {
    requireElements(header, 1);
    return super.readCell(header);
  }

  @Override
  protected final Array[][] readValues(EntryHeader header, int fields, String[] names)
      throws IOException {
    requireElements(header, fields);
    return super.readValues(header, fields, names);
  }

  @Override
  protected final Mat5Tag readTagWithExpectedType(Mat5Type expected) throws IOException {
    Mat5Tag tag = super.readTagWithExpectedType(expected);
    int longest = expected == Mat5Type.Matrix ? Integer.MAX_VALUE : LONGEST_NAMES_BYTES;
    if (tag.getNumBytes() < 0 || tag.getNumBytes() > longest) {
      throw damaged(
          String.format(
              Locale.ROOT,
              "a part of it claims %,d bytes",
              Integer.toUnsignedLong(tag.getNumBytes())));
    }
    return tag;
  }

  private static void requireElements(EntryHeader header, int fields) throws NetworkFault {
    long elements = Math.max(fields, 1);
    for (int dimension : header.getDimensions()) {
      elements *= dimension;
      if (elements < 0 || elements > MOST_ELEMENTS) {
        throw damaged("a " + header.getType() + " in it claims too many elements");
      }
    }
  }

  private static NetworkFault damaged(String how) {
    return new NetworkFault("is damaged: " + how, Remedy.DOWNLOAD_AGAIN);
  }
}
