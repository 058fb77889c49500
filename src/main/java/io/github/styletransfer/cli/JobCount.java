package io.github.styletransfer.cli;

/**
 * How many jobs are done at the same time.
 *
 * @param count 0 for as many as is fastest
 */
record JobCount(int count) {
  static final JobCount AUTO = new JobCount(0);

  boolean isAuto() {
    return count == 0;
  }
}
