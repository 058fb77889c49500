package io.github.styletransfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.PaintingFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b/lake.jpg | c/swirls.jpg | lake.jpg in the style of swirls.jpg, patches",
        "- | a.png b.png | standard input in the style of a.png and b.png, patches",
        "x.jpg | a.png b.png c.png | x.jpg in the style of a.png and 2 more, patches",
        "IMG_20260102_123456789_holiday.jpg | a.png"
            + " | IMG_20260102_12…iday.jpg in the style of a.png, patches",
      })
  void namesPhotoPaintingsAndMethod(String photo, String paintings, String title) {
    List<PaintingFile> files =
        Stream.of(paintings.split(" "))
            .map(name -> new PaintingFile(InputFile.of(Path.of(name)), 1))
            .toList();
    assertThat(RunTitle.of(InputFile.of(Path.of(photo)), files, "patches")).isEqualTo(title);
  }
}
