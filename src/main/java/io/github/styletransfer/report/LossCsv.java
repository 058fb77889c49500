package io.github.styletransfer.report;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.transfer.TransferListener;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code losses.csv}: one row per iteration, 1-based, with the losses before that
 * iteration's update. Each number has the digits that give the same float back. Rows are on disk as
 * soon as they are known.
 */
public final class LossCsv implements TransferListener, Closeable {
  private static final String HEADER = "iteration,total_loss,content_loss,style_loss,tv_loss";

  private final BufferedWriter writer;

  /** Starts the file, replacing an older one. */
  public LossCsv(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
    writeLine(HEADER);
  }

  @Override
  public void evaluated(int iteration, Losses losses) throws IOException {
    writeLine(
        String.join(
            ",",
            Integer.toString(iteration + 1),
            digits(losses.total()),
            digits(losses.content()),
            digits(losses.style()),
            digits(losses.tv())));
  }

  private void writeLine(String line) throws IOException {
    writer.write(line);
    writer.write('\n');
    writer.flush();
  }

  private static String digits(double loss) {
    float value = (float) loss;
    return Float.isFinite(value)
        ? new BigDecimal(Float.toString(value)).toPlainString()
        : Float.toString(value);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
