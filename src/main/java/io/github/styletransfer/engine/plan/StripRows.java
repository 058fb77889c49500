package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.TensorSize;

/**
 * Rows of a tensor that a buffer holds while a strip is at hand. They may begin before the tensor's
 * first row or end after its last.
 *
 * @param step by how many rows they move on from strip to strip
 * @param lag how many rows the first strip's begin before the tensor's
 * @param count how many there are
 * @param height rows of the tensor
 */
public record StripRows(long step, long lag, long count, long height) {
  /** All rows of a tensor, as the only strip. */
  static StripRows all(TensorSize size) {
    return new StripRows(size.height(), 0, size.height(), size.height());
  }

  /** The first row in a strip; less than 0 if it is above the tensor's. */
  public long first(int strip) {
    return strip * step - lag;
  }

  /** The first of the rows that the tensor has, counted from the first in the buffer. */
  public long begin(int strip) {
    return Math.min(count, Math.max(0, -first(strip)));
  }

  /** The one after the last of the rows that the tensor has, counted as {@link #begin}. */
  public long end(int strip) {
    return Math.max(begin(strip), Math.min(count, height - first(strip)));
  }

  /** Whether the tensor has any of the rows. */
  public boolean matter(int strip) {
    return begin(strip) < end(strip);
  }

  /** How many strips there are until the tensor's last row was among the rows. */
  public int strips() {
    return Math.toIntExact((height + lag - count + 2 * step - 1) / step);
  }
}
