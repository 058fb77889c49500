package io.github.styletransfer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.transfer.LossEntry;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
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

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000, 100_000})
  void chartsHaveTheSameSizeForAnyNumberOfEntries(int count) throws IOException {
    new LossCharts("run").write(entries(count, i -> 4e7 / (1 + i)), folder);
    for (String name : List.of("losses.png", "losses-log.png")) {
      BufferedImage chart = read(name);
      assertThat(chart.getWidth()).isEqualTo(1200);
      assertThat(chart.getHeight()).isEqualTo(800);
      assertThat(pixels(chart, BLUE)).isPositive();
    }
  }

  @Test
  void withoutEntriesThereIsNoFile() throws IOException {
    new LossCharts("run").write(List.of(), folder);
    new LossCharts("run").write(entries(3, i -> Double.NaN), folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void losesOnlyTheLogarithmicChartWhenAllLossesAreZero() throws IOException {
    new LossCharts("run").write(entries(3, i -> 0), folder);
    assertThat(folder.resolve("losses.png")).exists();
    assertThat(folder.resolve("losses-log.png")).doesNotExist();
  }

  @Test
  void aLossThatIsAlwaysZeroHasNoLine() throws IOException {
    new LossCharts("run")
        .write(
            List.of(
                new LossEntry(0, new Losses(30, 10, 20, 0)),
                new LossEntry(1, new Losses(25, 10, 15, 0))),
            folder);
    BufferedImage chart = read("losses-log.png");
    assertThat(pixels(chart, BLUE)).isPositive();
    assertThat(pixels(chart, VERMILION)).isPositive();
    assertThat(pixels(chart, BLUISH_GREEN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-45, 1e-30, 1, 3.4e38, 1e300, -1e38, Double.NaN})
  void drawsValuesOfAnySizeBesideEachOther(double value) throws IOException {
    new LossCharts("").write(entries(10, i -> i % 2 == 0 ? value : 1), folder);
    new LossCharts("").write(entries(10, i -> i % 2 == 0 ? value : Double.MIN_VALUE), folder);
    new LossCharts("").write(entries(10, i -> value), folder);
    new LossCharts("").write(entries(10, i -> value * (1 + i * 1e-7)), folder);
    new LossCharts("").write(entries(1, i -> value), folder);
    assertThat(read("losses.png").getWidth()).isEqualTo(1200);
  }

  @Test
  void takesLongAndOddNames() throws IOException {
    for (String name : List.of("$x$", "a\nb", " ", "é漢字", "long ".repeat(100))) {
      new LossCharts(name).write(entries(2, i -> 1 + i), folder);
      assertThat(read("losses.png").getWidth()).isEqualTo(1200);
    }
  }

  @Test
  void theSameLossesGiveTheSameBytes() throws IOException {
    new LossCharts("run").write(entries(50, i -> 1000 - i), folder);
    byte[] first = Files.readAllBytes(folder.resolve("losses-log.png"));
    new LossCharts("run").write(entries(50, i -> 1000 - i), folder);
    assertThat(Files.readAllBytes(folder.resolve("losses-log.png"))).isEqualTo(first);
  }

  @Test
  void aMissingFolderIsAFailure() {
    assertThatThrownBy(
            () -> new LossCharts("run").write(entries(2, i -> 1), folder.resolve("none")))
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
              return new LossEntry(i, new Losses(value, value / 2, value / 4, value / 4));
            })
        .toList();
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
