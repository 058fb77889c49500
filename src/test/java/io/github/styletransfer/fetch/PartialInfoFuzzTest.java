package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever {@code .part.info} holds, it is read as it will be written again, or not at all. */
@Timeout(10)
class PartialInfoFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "url=https\\://example.org/net.mat\netag=\"5f\"\nlast-modified=Mon, 1 Jan\ntotal=9\n",
            "url=\\u00e4\ntotal=-9223372036854775808\n",
            "#a\n!b\nurl : c\\\n  d\n",
            "total=x\nurl=")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("net.mat.part.info"), content);
    PartialInfo info = PartialInfo.read(file).orElse(null);
    if (info != null) {
      info.write(file);
      assertThat(PartialInfo.read(file)).hasValue(info);
    }
  }
}
