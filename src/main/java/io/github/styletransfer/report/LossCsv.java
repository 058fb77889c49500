package io.github.styletransfer.report;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.storage.AppendedFile;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.TransferListener;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code losses.csv}: one row per iteration, 1-based, with the losses before that
 * iteration's update. Each number has the digits that give the same float back. Rows are in the
 * file as soon as they are known, unless the disk is full.
 */
public final class LossCsv implements TransferListener, Closeable {
  private static final String HEADER = "iteration,total_loss,content_loss,style_loss,tv_loss";

  private final AppendedFile file;
  private final LossHistory history;

  /**
   * Starts the file, replacing an older one.
   *
   * @param earlier rows that it begins with
   * @throws IOException if it can't be created
   */
  public LossCsv(Path file, List<LossEntry> earlier) throws IOException {
    this.file = new AppendedFile(file);
    this.history = new LossHistory(earlier);
    writeAll();
  }

  private void writeAll() {
    writeLine(HEADER);
    history.entries().forEach(this::writeRow);
    file.flush();
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    history.evaluated(iteration, losses);
    writeRow(new LossEntry(iteration, losses));
    file.flush();
  }

  /** Takes the rows back that are to be done again. */
  @Override
  public void wentBack(int iteration, double learningRate) throws IOException {
    history.wentBack(iteration, learningRate);
    file.clear();
    writeAll();
  }

  private void writeRow(LossEntry entry) {
    Losses losses = entry.losses();
    writeLine(
        String.join(
            ",",
            Integer.toString(entry.iteration() + 1),
            digits(losses.total()),
            digits(losses.content()),
            digits(losses.style()),
            digits(losses.tv())));
  }

  private void writeLine(String line) {
    file.append((line + '\n').getBytes(StandardCharsets.US_ASCII));
  }

  private static String digits(double loss) {
    float value = (float) loss;
    return Float.isFinite(value)
        ? new BigDecimal(Float.toString(value)).toPlainString()
        : Float.toString(value);
  }

  /**
   * Ends the file.
   *
   * @throws IOException if it lacks rows
   */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
