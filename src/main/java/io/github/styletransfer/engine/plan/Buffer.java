package io.github.styletransfer.engine.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the arena, that holds one array from the first step that uses it to the last. Before
 * and after, others may hold the same memory.
 */
public final class Buffer {
  private final ElementType type;
  private final long elements;
  private final @Nullable Buffer whole;
  private final long from;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private long offset;

  /** A buffer that nobody uses yet. */
  public Buffer(ElementType type, long elements) {
    this(type, elements, null, 0);
  }

  private Buffer(ElementType type, long elements, @Nullable Buffer whole, long from) {
    this.type = type;
    this.elements = elements;
    this.whole = whole;
    this.from = from;
  }

  /**
   * Some of the elements, as a buffer that lies where they do and lives as long as the whole.
   *
   * @param first of them
   * @param count how many
   * @throws IndexOutOfBoundsException if there are fewer
   */
  public Buffer part(long first, long count) {
    Objects.checkFromIndexSize(first, count, elements);
    return new Buffer(type, count, whole(), from + first);
  }

  /** The buffer that this one is a part of, or else itself. */
  Buffer whole() {
    return whole == null ? this : whole;
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
    if (whole != null) {
      whole.usedAt(step);
      return;
    }
    first = Math.min(first, step);
    last = Math.max(last, step);
  }

  boolean overlaps(Buffer other) {
    return first <= other.last && other.first <= last;
  }

  /** Bytes from the arena's begin; known once it is laid out. */
  public long offset() {
    return whole == null ? offset : whole.offset() + from * type.bytes();
  }

  void place(long bytes) {
    offset = bytes;
  }
}
