package io.github.styletransfer.engine.onednn.gram;

/**
 * How a symmetric Gram matrix is split: each thread takes some of the pixels, chunk by chunk, and
 * has sums of its own.
 *
 * @param pixels H W
 * @param channels C, a multiple of the strip
 * @param chunk pixels that are multiplied together
 * @param threads that share the work
 */
record GramSplit(long pixels, int channels, int chunk, int threads) {
  /** Columns of the matrix that are computed together: they stay in the first-level cache. */
  static final int STRIP = 32;

  /**
   * Rows that are computed together, if there are as many: each number of rows takes code of its
   * own, a megabyte.
   */
  static final int ROWS = 128;

  /** The floats of a chunk, twice of which stay in a core's own cache. */
  private static final int CACHED = 1 << 15;

  /** Rows a power of two apart would be in the same place of the cache. */
  private static final int APART = 16;

  private static final int SHORTEST = 128;

  static GramSplit of(long pixels, int channels, int threads) {
    return new GramSplit(pixels, channels, Math.max(SHORTEST, CACHED / channels), threads);
  }

  /** The chunks that are whole. */
  long chunks() {
    return pixels / chunk;
  }

  /** The pixels that are left. */
  long rest() {
    return pixels % chunk;
  }

  /** The first of a thread's chunks. */
  long first(int thread) {
    return chunks() * thread / threads;
  }

  int strips() {
    return channels / STRIP;
  }

  /** The floats of the matrix. */
  long sums() {
    return (long) channels * channels;
  }

  /** The floats of a chunk. */
  long floats() {
    return (long) channels * chunk;
  }

  /** The floats from one channel of a transposed chunk to the next. */
  long apart() {
    return (long) chunk + APART;
  }

  /** The floats of a transposed chunk. */
  long transposed() {
    return channels * apart();
  }

  /** The floats that each thread has: sums, a chunk transposed, and the same in strips. */
  long own() {
    return sums() + transposed() + floats();
  }

  /** The floats of all threads. */
  long working() {
    return threads * own();
  }
}
