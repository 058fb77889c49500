package io.github.styletransfer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --style} means. */
class PaintingNameTest {
  private static final Set<String> FILES =
      Set.of("a.jpg", "b.jpg", "one, two.jpg", "c:2", "c", "/x/d,e:3.jpg", "C:\\f.jpg", "g,h", "g");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.jpg | a.jpg=1.0",
        "a.jpg:2 | a.jpg=2.0",
        "a.jpg,b.jpg:0.5 | a.jpg=1.0 b.jpg=0.5",
        "a.jpg:3,b.jpg | a.jpg=3.0 b.jpg=1.0",
        "a.jpg:1e2,a.jpg:.5 | a.jpg=100.0 a.jpg=0.5",
        "one, two.jpg:4,b.jpg | one, two.jpg=4.0 b.jpg=1.0",
        "b.jpg,one, two.jpg | b.jpg=1.0 one, two.jpg=1.0",
        "c:2 | c:2=1.0",
        "c:3 | c=3.0",
        "c:2:3 | c:2=3.0",
        "/x/d,e:3.jpg:2 | /x/d,e:3.jpg=2.0",
        "C:\\f.jpg | C:\\f.jpg=1.0",
        "C:\\f.jpg:2 | C:\\f.jpg=2.0",
        "g,h | g,h=1.0",
        "-,a.jpg:2 | -=1.0 a.jpg=2.0",
        "missing.jpg:2,a.jpg | missing.jpg=2.0 a.jpg=1.0",
        "missing:x.jpg | missing:x.jpg=1.0",
      })
  void areNamedWithWeights(String value, String expected) throws UserException {
    assertThat(String.join(" ", texts(List.of(value)))).isEqualTo(expected);
  }

  @Test
  void mayBeSpreadOverSeveralValues() throws UserException {
    assertThat(texts(List.of("a.jpg, b.jpg", "c:5")))
        .containsExactly("a.jpg=1.0", "b.jpg=1.0", "c=5.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.jpg:0 | a.jpg the weight '0': it must be a number more than 0, such as a.jpg:2.",
        "b.jpg,a.jpg:-1 | a.jpg the weight '-1': it must be a number more than 0, such as a.jpg:2.",
        "a.jpg:two | a.jpg the weight 'two': it must be a number more than 0, such as a.jpg:2.",
        "a.jpg:1e999 | a.jpg the weight '1e999': it must be a number more than 0, such as a.jpg:2.",
        "a.jpg:NaN | a.jpg the weight 'NaN': it must be a number more than 0, such as a.jpg:2.",
        "x.jpg:0,a.jpg | x.jpg the weight '0': it must be a number more than 0, such as x.jpg:2.",
      })
  void haveWeightsMoreThanZero(String value, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> texts(List.of(value)))
        .withMessage("--style gives " + message)
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a.jpg,,b.jpg", "a.jpg,", "','"})
  void areNotEmpty(String value) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> texts(List.of(value)))
        .withMessage(
            "--style %s names no painting before or after a comma: write such as a.jpg,b.jpg:2.",
            value);
  }

  private static List<String> texts(List<String> values) throws UserException {
    Stream<PaintingName> names =
        PaintingName.of(values, name -> name.equals("-") || FILES.contains(name)).stream();
    return names.map(name -> name.name() + "=" + name.weight()).toList();
  }
}
