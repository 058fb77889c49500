package io.github.styletransfer.record;

import io.github.styletransfer.loss.LossNames;
import io.github.styletransfer.loss.Losses;
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
import java.util.Map;

/**
 * Writes {@code losses.csv}: one row per iteration, 1-based, with the losses before that
 * iteration's update. Each number has enough digits to restore the same float. Rows are in the file
 * as soon as they are known, unless the disk is full.
 */
public final class LossCsv implements TransferListener, Closeable {

  private final AppendedFile file;
  private final List<String> columns;
  private final LossHistory history;

  /**
   * Starts the file, replacing an older one.
   *
   * @param names of the terms of the total loss, in order
   * @param earlier rows that it begins with
   * @throws IOException if it can't be created
   */
  public LossCsv(Path file, List<String> names, List<LossEntry> earlier) throws IOException {
    this.columns = LossNames.columns(names);
    this.file = new AppendedFile(file);
    this.history = new LossHistory(earlier);
    writeAll();
  }

  private void writeAll() {
    writeLine("iteration," + String.join(",", columns));
    history.entries().forEach(this::writeRow);
    file.flush();
  }

  /** All rows so far; iterations that the run skipped have none. */
  public List<LossEntry> entries() {
    return history.entries();
  }

  @Override
  public void evaluated(int iteration, Losses losses) {
    history.evaluated(iteration, losses);
    writeRow(new LossEntry(iteration, losses));
    file.flush();
  }

  /** Removes the rows of iterations that will be done again. */
  @Override
  public void wentBack(int iteration, double learningRate) throws IOException {
    history.wentBack(iteration, learningRate);
    file.clear();
    writeAll();
  }

  private void writeRow(LossEntry entry) {
    StringBuilder line = new StringBuilder().append(entry.iteration() + 1);
    Map<String, Double> values = entry.losses().columns();
    columns.forEach(
        column -> line.append(',').append(digits(values.getOrDefault(column, Double.NaN))));
    writeLine(line.toString());
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
