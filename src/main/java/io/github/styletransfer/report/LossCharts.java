package io.github.styletransfer.report;

import io.github.styletransfer.transfer.LossEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a run's losses by iteration: {@code losses.png} with the total loss, {@code losses-log.png}
 * with all losses on a logarithmic axis. Losses that aren't finite are left out; on the logarithmic
 * axis, also those that aren't more than 0. A chart without anything to show isn't written.
 */
public final class LossCharts {
  private static final int LONGEST_TITLE = 70;

  private final String title;

  /**
   * Takes the charts' title.
   *
   * @param runName shortened when it is too long
   */
  public LossCharts(String runName) {
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
    Map<Curve, List<Point>> total = new LinkedHashMap<>();
    put(total, Curve.total(), Curve.total().points(entries));
    Map<Curve, List<Point>> positive = new LinkedHashMap<>();
    for (Curve curve : Curve.all()) {
      List<Point> points = curve.points(entries);
      put(positive, curve, points.stream().filter(point -> point.loss() > 0).toList());
    }
    if (!total.isEmpty()) {
      LossChart chart = new LossChart(total, LossAxis.linear(all(total)));
      PngEncoder.write(chart.draw(title, "total loss"), folder.resolve("losses.png"));
    }
    if (!positive.isEmpty()) {
      LossChart chart = new LossChart(positive, LossAxis.logarithmic(all(positive)));
      PngEncoder.write(chart.draw(title, "loss"), folder.resolve("losses-log.png"));
    }
  }

  private static void put(Map<Curve, List<Point>> curves, Curve curve, List<Point> points) {
    if (!points.isEmpty()) {
      curves.put(curve, Thinning.of(points, LossChart.WIDTH));
    }
  }

  private static List<Point> all(Map<Curve, List<Point>> curves) {
    return curves.values().stream().flatMap(List::stream).toList();
  }
}
