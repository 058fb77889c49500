package io.github.styletransfer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.SizeMark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossChartsTest {
  private static final int BLUE = 0xff0072b2;
  private static final int VERMILION = 0xffd55e00;
  private static final int BLUISH_GREEN = 0xff009e73;

  /** Left of the legend. */
  private static final int PLOT_WIDTH = 1050;

  private static final List<SizeMark> SIZES =
      List.of(new SizeMark(0, "48 x 32", true), new SizeMark(60, "96 x 64", true));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000, 100_000})
  void chartsHaveTheSameSizeForAnyNumberOfEntries(int count) throws IOException {
    new LossCharts("run", List.of()).write(entries(count, i -> 4e7 / (1 + i)), folder);
    for (String name : List.of("losses.png", "losses-log.png")) {
      BufferedImage chart = read(name);
      assertThat(chart.getWidth()).isEqualTo(1200);
      assertThat(chart.getHeight()).isEqualTo(800);
      assertThat(pixels(chart, BLUE)).isPositive();
    }
  }

  @Test
  void withoutEntriesThereIsNoFile() throws IOException {
    new LossCharts("run", List.of()).write(List.of(), folder);
    new LossCharts("run", List.of()).write(entries(3, i -> Double.NaN), folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void losesOnlyTheLogarithmicChartWhenAllLossesAreZero() throws IOException {
    new LossCharts("run", List.of()).write(entries(3, i -> 0), folder);
    assertThat(folder.resolve("losses.png")).exists();
    assertThat(folder.resolve("losses-log.png")).doesNotExist();
  }

  @Test
  void aLossThatIsAlwaysZeroHasNoLine() throws IOException {
    new LossCharts("run", List.of())
        .write(
            List.of(
                new LossEntry(0, NetworkLosses.of(30, 10, 20, 0)),
                new LossEntry(1, NetworkLosses.of(25, 10, 15, 0))),
            folder);
    BufferedImage chart = read("losses-log.png");
    assertThat(pixels(chart, BLUE)).isPositive();
    assertThat(pixels(chart, VERMILION)).isPositive();
    assertThat(pixels(chart, BLUISH_GREEN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-45, 1e-30, 1, 3.4e38, 1e300, -1e38, Double.NaN})
  void drawsValuesOfAnySizeBesideEachOther(double value) throws IOException {
    new LossCharts("", List.of()).write(entries(10, i -> i % 2 == 0 ? value : 1), folder);
    new LossCharts("", List.of())
        .write(entries(10, i -> i % 2 == 0 ? value : Double.MIN_VALUE), folder);
    new LossCharts("", List.of()).write(entries(10, i -> value), folder);
    new LossCharts("", List.of()).write(entries(10, i -> value * (1 + i * 1e-7)), folder);
    new LossCharts("", List.of()).write(entries(1, i -> value), folder);
    assertThat(read("losses.png").getWidth()).isEqualTo(1200);
  }

  @Test
  void takesLongAndOddNames() throws IOException {
    for (String name : List.of("$x$", "a\nb", " ", "é漢字", "long ".repeat(100))) {
      new LossCharts(name, List.of()).write(entries(2, i -> 1 + i), folder);
      assertThat(read("losses.png").getWidth()).isEqualTo(1200);
    }
  }

  @Test
  void nothingIsDrawnWhereThereWasNoIteration() throws IOException {
    List<LossEntry> entries = new ArrayList<>(entries(100, i -> 200 - i));
    entries.removeIf(entry -> entry.iteration() >= 20 && entry.iteration() < 60);
    new LossCharts("run", SIZES).write(entries, folder);
    for (String name : List.of("losses.png", "losses-log.png")) {
      SortedSet<Integer> columns = columnsWith(read(name), BLUE);
      assertThat((double) longestGap(columns) / (columns.last() - columns.first()))
          .as("the part of %s that is empty", name)
          .isBetween(0.35, 0.5);
    }
  }

  @Test
  void aChangeOfSizeBreaksTheCurvesAndIsNamed() throws IOException {
    List<LossEntry> entries = entries(100, i -> i < 60 ? 200 - i : 400 - i);
    new LossCharts("run", List.of()).write(entries, folder);
    assertThat(tallestStroke(read("losses.png"), BLUE)).isGreaterThan(30);
    byte[] without = Files.readAllBytes(folder.resolve("losses-log.png"));
    new LossCharts("run", SIZES).write(entries, folder);
    assertThat(tallestStroke(read("losses.png"), BLUE)).isLessThan(20);
    assertThat(Files.readAllBytes(folder.resolve("losses-log.png"))).isNotEqualTo(without);
  }

  /** Such as those of a method that looks at one loss after the other. */
  @Test
  void aLossThatIsZeroAtASizeHasNoLineThere() throws IOException {
    List<LossEntry> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double loss = 200 - i;
      entries.add(
          new LossEntry(i, NetworkLosses.of(loss, i < 60 ? 0 : loss, i < 60 ? loss : 0, 0)));
    }
    new LossCharts("run", SIZES).write(entries, folder);
    BufferedImage chart = read("losses-log.png");

    assertThat(columnsWith(chart, VERMILION).first()).isLessThan(LossChart.WIDTH / 4);
    assertThat(columnsWith(chart, BLUE).first()).isGreaterThan(LossChart.WIDTH / 2);
    assertThat(columnsWith(read("losses.png"), BLUE).first()).isLessThan(LossChart.WIDTH / 4);
  }

  @Test
  void moreIterationsAtTheSameSizeAreMarkedWithoutABreak() {
    List<Point> points = Curve.total().points(entries(100, i -> 200 - i));
    assertThat(Segments.of(points, List.of(SIZES.get(0), new SizeMark(60, "+40", false))).pieces())
        .containsExactly(points);
    Segments sizes = Segments.of(points, SIZES);
    assertThat(sizes.pieces()).containsExactly(points.subList(0, 60), points.subList(60, 100));
    assertThat(sizes.starts()).containsExactly(points.get(0), points.get(60));
  }

  @Test
  void aSingleIterationAtASizeIsSeen() throws IOException {
    new LossCharts("run", List.of(new SizeMark(0, "a", true), new SizeMark(1, "b", true)))
        .write(entries(2, i -> 2 - i), folder);
    assertThat(pixels(read("losses.png"), BLUE)).isGreaterThan(20);
  }

  /** With room for the peak, all else would lie within one pixel of the bottom. */
  @Test
  void oneFailedStepDoesNotRuleTheLinearChart() throws IOException {
    new LossCharts("run", List.of()).write(entries(100, i -> i == 30 ? 1e9 : 200 - i), folder);
    SortedSet<Integer> rows = rowsWith(read("losses.png"), BLUE);
    assertThat(rows.last() - rows.first()).isGreaterThan(500);
    LossAxis axis = LossAxis.linear(segments(100, i -> i == 30 ? 1e9 : 200 - i));
    assertThat(axis.isBeyond(new Point(31, 1e9))).isTrue();
    assertThat(axis.isBeyond(new Point(1, 200))).isFalse();
  }

  /** With room for the first content losses, all else would lie in the upper tenth. */
  @Test
  void contentLossesThatBeginAtNothingDoNotRuleTheLogarithmicChart() throws IOException {
    List<LossEntry> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double content = i < 3 ? 1e-11 * Math.pow(1000, i) : 5;
      entries.add(
          new LossEntry(i, NetworkLosses.of(100 - i / 2.0 + content, content, 100 - i / 2.0, 0)));
    }
    new LossCharts("run", List.of()).write(entries, folder);
    SortedSet<Integer> rows = rowsWith(read("losses-log.png"), VERMILION);
    assertThat(rows.last() - rows.first()).isGreaterThan(60);

    LossAxis axis =
        LossAxis.logarithmic(
            List.of(segments(100, i -> i < 3 ? 1e-11 * Math.pow(1000, i) : 5 + i)));
    assertThat(axis.min()).isBetween(1.0, 5.0);
    assertThat(axis.isBelow(new Point(1, 1e-11))).isTrue();
    assertThat(axis.position(new Point(1, 1e-11))).isPositive().isLessThan(axis.min());
    assertThat(axis.isBelow(new Point(4, 8))).isFalse();
  }

  @Test
  void lossesThatFallFarAreAllShown() {
    assertThat(LossAxis.logarithmic(List.of(segments(100, i -> Math.pow(10, -i / 10.0)))).min())
        .isLessThanOrEqualTo(Math.pow(10, -9.9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1000})
  void theStartOfARunIsNoPeakHoweverFastItFalls(int count) {
    LossAxis axis = LossAxis.linear(segments(count, i -> 4e7 / Math.pow(1 + i, 3)));
    assertThat(axis.isBeyond(new Point(1, 4e7))).isFalse();
  }

  @Test
  void theSameLossesGiveTheSameBytes() throws IOException {
    new LossCharts("run", List.of()).write(entries(50, i -> 1000 - i), folder);
    byte[] first = Files.readAllBytes(folder.resolve("losses-log.png"));
    new LossCharts("run", List.of()).write(entries(50, i -> 1000 - i), folder);
    assertThat(Files.readAllBytes(folder.resolve("losses-log.png"))).isEqualTo(first);
  }

  @Test
  void aMissingFolderIsAFailure() {
    assertThatThrownBy(
            () ->
                new LossCharts("run", List.of()).write(entries(2, i -> 1), folder.resolve("none")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void thinningKeepsEndsAndPeaks() {
    List<Point> points =
        IntStream.range(0, 100_000).mapToObj(i -> new Point(i, i == 77_777 ? 9 : i % 3)).toList();
    List<Point> kept = Thinning.of(points, 1200);
    assertThat(kept).hasSizeLessThanOrEqualTo(4800).isSubsetOf(points).doesNotHaveDuplicates();
    assertThat(kept).contains(new Point(77_777, 9));
    assertThat(kept).startsWith(points.get(0)).endsWith(points.get(99_999));
    assertThat(Thinning.of(points.subList(0, 1200), 1200)).isEqualTo(points.subList(0, 1200));
  }

  @Test
  void numbersAreShort() {
    assertThat(DoubleStream.of(0, 40_000_000, 0.001, 2.5e-7, 1e9, -3.4e38, 0.1 + 0.2))
        .extracting(LossFormat::format)
        .containsExactly("0", "40,000,000", "0.001", "2.5e-7", "1e9", "-3.4e38", "0.3");
  }

  private static List<LossEntry> entries(int count, IntToDoubleFunction loss) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double value = loss.applyAsDouble(i);
              return new LossEntry(i, NetworkLosses.of(value, value / 2, value / 4, value / 4));
            })
        .toList();
  }

  private static Segments segments(int count, IntToDoubleFunction loss) {
    return Segments.of(Curve.total().points(entries(count, loss)), List.of());
  }

  private static SortedSet<Integer> columnsWith(BufferedImage image, int color) {
    return IntStream.range(0, image.getWidth())
        .filter(
            x -> IntStream.range(0, image.getHeight()).anyMatch(y -> image.getRGB(x, y) == color))
        .filter(x -> x < PLOT_WIDTH)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<Integer> rowsWith(BufferedImage image, int color) {
    return IntStream.range(0, image.getHeight())
        .filter(
            y -> IntStream.range(0, image.getWidth()).anyMatch(x -> image.getRGB(x, y) == color))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int longestGap(SortedSet<Integer> columns) {
    int longest = 0;
    int before = columns.first();
    for (int column : columns) {
      longest = Math.max(longest, column - before);
      before = column;
    }
    return longest;
  }

  /** The most rows that one column of a colour goes through without a break. */
  private static int tallestStroke(BufferedImage image, int color) {
    int tallest = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      int run = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        run = image.getRGB(x, y) == color ? run + 1 : 0;
        tallest = Math.max(tallest, run);
      }
    }
    return tallest;
  }

  private BufferedImage read(String name) throws IOException {
    return ImageIO.read(folder.resolve(name).toFile());
  }

  private static long pixels(BufferedImage image, int color) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == color)
        .count();
  }
}
