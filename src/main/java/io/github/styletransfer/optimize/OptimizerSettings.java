package io.github.styletransfer.optimize;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** An optimisation method and its hyperparameters. {@code toString} is for the log. */
public sealed interface OptimizerSettings permits AdamSettings, LbfgsSettings {
  /**
   * Makes an optimiser that has seen no evaluation yet.
   *
   * @param dataType the image's, FLOAT or DOUBLE
   * @param shape the image's
   */
  Optimizer create(DataType dataType, long... shape);

  /**
   * The memory that the optimiser keeps from one update to the next, beside image and gradient.
   *
   * @param updates how many it makes; 1 or more
   * @return bytes per element of the image
   */
  long stateBytesPerElement(DataType dataType, int updates);

  /**
   * Names and values of the options that ask for it, in the order of {@code --help}: long names
   * without dashes, values as on the command line.
   */
  Map<String, String> options();
}
