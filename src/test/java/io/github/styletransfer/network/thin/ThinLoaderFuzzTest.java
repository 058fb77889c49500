package io.github.styletransfer.network.thin;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.UserMessage;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, there is a network or one exception, soon. */
@Timeout(30)
class ThinLoaderFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() {
    return Arrays.stream(Form.values()).map(new ThinFiles(1)::bytes);
  }

  @MethodSource("seeds")
  @FuzzTest
  void load(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("network.pth"), content);
    try {
      ThinLoader.load(file);
    } catch (NetworkFileException e) {
      UserMessage.assertRefusalOf(file, e);
    }
  }
}
