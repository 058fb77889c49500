package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.TensorSize;

/**
 * The rows of a tensor that are kept while a strip is at hand: those that are new in it, and older
 * ones that something still looks at.
 *
 * @param size of the whole tensor
 * @param step rows from strip to strip
 * @param oldest how many rows the buffer's first is before the strip's
 * @param newest how many rows the first new one is before the strip's
 * @param buffer all rows
 */
record StripBuffer(TensorSize size, long step, long oldest, long newest, Buffer buffer) {
  /** A buffer of its own. */
  static StripBuffer of(TensorSize size, long step, long oldest, long newest, ElementType type) {
    long rows = step + oldest - newest;
    return new StripBuffer(
        size, step, oldest, newest, new Buffer(type, rows * size.width() * size.channels()));
  }

  /** Some of the rows. */
  Buffer part(long lag, long count) {
    long elements = size.width() * size.channels();
    return buffer.part((oldest - lag) * elements, count * elements);
  }

  /** Which rows these are. */
  StripRows rows(long lag, long count) {
    return new StripRows(step, lag, count, size.height());
  }

  /** As many rows as they are. */
  TensorSize sized(long count) {
    return TensorSize.of(count, size.width(), size.channels());
  }

  /** As many rows as are new in each strip, from a place on. */
  Buffer strip(long lag) {
    return part(lag, step);
  }

  /** The rows that are new in each strip. */
  Buffer fresh() {
    return strip(newest);
  }

  /** Which rows are new. */
  StripRows freshRows() {
    return rows(newest, step);
  }

  /** How many rows are kept from strip to strip. */
  long carried() {
    return oldest - newest;
  }
}
