package io.github.styletransfer.cli;

import java.util.OptionalLong;

/** Shows how many bytes of a file have come. */
interface ProgressMeter {
  /** So many bytes of a total, if it is known, are there before the first come. */
  void start(long have, OptionalLong total);

  /** So many bytes are there now. */
  void advance(long have);

  /** No more come. */
  void stop();
}
