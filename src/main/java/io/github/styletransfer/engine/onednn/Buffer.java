package io.github.styletransfer.engine.onednn;

/**
 * A part of the arena, that holds one array from the first step that uses it to the last. Before
 * and after, others may hold the same memory.
 */
final class Buffer {
  private final ElementType type;
  private final long elements;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private long offset;

  Buffer(ElementType type, long elements) {
    this.type = type;
    this.elements = elements;
  }

  ElementType type() {
    return type;
  }

  long elements() {
    return elements;
  }

  long bytes() {
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
  long offset() {
    return offset;
  }

  void place(long bytes) {
    offset = bytes;
  }
}
