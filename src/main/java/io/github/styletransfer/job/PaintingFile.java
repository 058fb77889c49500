package io.github.styletransfer.job;

import java.math.BigDecimal;

/**
 * A painting to read.
 *
 * @param file the image
 * @param weight of its style beside that of others, more than 0 and finite
 */
public record PaintingFile(InputFile file, double weight) {
  /** For the run's records: as on the command line, the file absolute. */
  public String recorded() {
    return file.recorded() + (weight == 1 ? "" : ":" + weightText());
  }

  /** The weight in as few digits as it takes. */
  public String weightText() {
    return new BigDecimal(Double.toString(weight)).stripTrailingZeros().toPlainString();
  }
}
