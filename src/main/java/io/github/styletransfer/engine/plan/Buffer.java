package io.github.styletransfer.engine.plan;

/**
 * A part of the arena, that holds one array from the first step that uses it to the last. Before
 * and after, others may hold the same memory.
 */
public final class Buffer {
  private final ElementType type;
  private final long elements;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private long offset;

  /** A buffer that nobody uses yet. */
  public Buffer(ElementType type, long elements) {
    this.type = type;
    this.elements = elements;
  }

  /** The type of its elements. */
  public ElementType type() {
    return type;
  }

  /** How many it has. */
  public long elements() {
    return elements;
  }

  /** Its size. */
  public long bytes() {
    return elements * type.bytes();
  }

  void usedAt(int step) {
    first = Math.min(first, step);
    last = Math.max(last, step);
  }

  boolean overlaps(Buffer other) {
    return first <= other.last && other.first <= last;
  }

  /** Bytes from the arena's begin; known once it is laid out. */
  public long offset() {
    return offset;
  }

  void place(long bytes) {
    offset = bytes;
  }
}
