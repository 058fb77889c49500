package io.github.styletransfer.chart;

import io.github.styletransfer.image.write.PngEncoder;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.SizeMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a run's losses by iteration: {@code losses.png} with the total loss, {@code losses-log.png}
 * with all losses on a logarithmic axis. Losses that aren't finite are left out; on the logarithmic
 * axis, also those that aren't more than 0. A curve has a gap where there was no iteration and
 * where the size changes. A chart without anything to show isn't written.
 */
public final class LossCharts {
  private static final int LONGEST_TITLE = 90;

  private final String title;
  private final List<SizeMark> marks;

  /**
   * Takes what the charts show beside losses.
   *
   * @param runName the title, shortened when it is too long
   * @param marks where the run's stages begin, also those that it hasn't come to
   */
  public LossCharts(String runName, List<SizeMark> marks) {
    this.marks = List.copyOf(marks);
    title =
        runName.length() <= LONGEST_TITLE ? runName : runName.substring(0, LONGEST_TITLE - 1) + "…";
  }

  /**
   * Writes the charts, replacing older ones.
   *
   * @param entries in the order of their iterations
   * @param folder exists
   * @throws IOException if a file can't be written; an existing one is then unchanged
   */
  public void write(List<LossEntry> entries, Path folder) throws IOException {
    Segments total = Segments.of(Curve.total().points(entries), marks);
    Map<Curve, Segments> positive = new LinkedHashMap<>();
    List<String> names =
        entries.isEmpty() ? List.of() : entries.get(entries.size() - 1).losses().names();
    for (Curve curve : Curve.all(names)) {
      Segments segments = Segments.of(curve.positivePoints(entries), marks);
      if (!segments.isEmpty()) {
        positive.put(curve, segments);
      }
    }
    if (!total.isEmpty()) {
      LossChart chart = new LossChart(Map.of(Curve.total(), total), LossAxis.linear(total), marks);
      PngEncoder.write(chart.draw(title, "total loss"), folder.resolve("losses.png"));
    }
    if (!positive.isEmpty()) {
      LossChart chart = new LossChart(positive, LossAxis.logarithmic(positive.values()), marks);
      PngEncoder.write(chart.draw(title, "loss"), folder.resolve("losses-log.png"));
    }
  }
}
