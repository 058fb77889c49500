package io.github.styletransfer.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.console.BarLine.Part;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarLineTest {
  private static final BarStyle ASCII = new BarStyle(false, false);

  @ParameterizedTest
  @CsvSource({
    "40, ' 45% [=> ]  450/1000   48 s left'",
    "80, ' 45% [===>    ]  450/1000   loss 1234.5      39 s gone, 48 s left'",
    "100, ' 45% [======>        ]  450/1000   0.0872 s/it  loss 1234.5      39 s gone, 48 s left'",
    "200, 'Painting  45% [===============================================>"
        + "                                                          ]"
        + "  450/1000   0.0872 s/it  loss 1234.5      39 s gone, 48 s left'",
  })
  void hasMorePartsInAWiderWindow(int columns, String text) {
    assertThat(line(OptionalDouble.of(0.45)).text(columns, ASCII)).isEqualTo(text);
  }

  @Test
  void alwaysFitsInOneRow() {
    for (double share : new double[] {0, 0.001, 0.5, 0.999, 1}) {
      for (BarStyle style : List.of(ASCII, new BarStyle(true, true), new BarStyle(false, true))) {
        assertThat(IntStream.rangeClosed(1, 300))
            .allSatisfy(
                columns ->
                    assertThat(
                            FakeScreen.textOf(line(OptionalDouble.of(share)).text(columns, style)))
                        .hasSizeLessThan(columns));
      }
    }
  }

  @Test
  void keepsItsShapeWhileItsTextsGrow() {
    String one = line(OptionalDouble.of(0.45)).text(100, ASCII);
    String other =
        new BarLine(
                "Painting",
                OptionalDouble.of(0.45),
                new Part("1000/1000", 9),
                List.of(new Part("", 11), new Part("loss 1.2345e+06", 15)),
                new Part("9 min 07 s gone, 11 min 08 s left", 34),
                new Part("11 min 08 s left", 16))
            .text(100, ASCII);

    assertThat(other.indexOf(']')).isEqualTo(one.indexOf(']'));
    assertThat(other.indexOf(" gone") - "9 min 07 s".length())
        .isEqualTo(one.indexOf(" gone") - "39 s".length());
  }

  @Test
  void showsNoBarWhereTheEndIsUnknown() {
    assertThat(line(OptionalDouble.empty()).text(120, ASCII))
        .isEqualTo("Painting   450/1000   0.0872 s/it  loss 1234.5      39 s gone, 48 s left");
  }

  @ParameterizedTest
  @CsvSource({
    "0, '│    │'",
    "0.25, '│█   │'",
    "0.28125, '│█▏  │'",
    "0.46875, '│█▉  │'",
    "1, '│████│'",
  })
  void drawsEighthsOfACharacter(double share, String bar) {
    assertThat(new BarStyle(false, true).bar(share, 6)).isEqualTo(bar);
  }

  @Test
  void coloursAndCharactersAreWhatTheEnvironmentAllows() {
    assertThat(BarStyle.of(Map.of(), "UTF-8")).isEqualTo(new BarStyle(true, true));
    assertThat(BarStyle.of(Map.of("NO_COLOR", ""), "UTF-8")).isEqualTo(new BarStyle(true, true));
    assertThat(BarStyle.of(Map.of("NO_COLOR", "1"), "ANSI_X3.4-1968"))
        .isEqualTo(new BarStyle(false, false));
  }

  private static BarLine line(OptionalDouble share) {
    return new BarLine(
        "Painting",
        share,
        new Part("450/1000", 9),
        List.of(new Part("0.0872 s/it", 11), new Part("loss 1234.5", 15)),
        new Part("39 s gone, 48 s left", 34),
        new Part("48 s left", 16));
  }
}
