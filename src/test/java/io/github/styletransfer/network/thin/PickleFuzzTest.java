package io.github.styletransfer.network.thin;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.UserMessage;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.pytorch.PickleWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter;
import io.github.styletransfer.network.pytorch.WeightsWriter.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a whole archive's pickle says, there is a network or one exception, soon. */
@Timeout(30)
class PickleFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() {
    return Stream.of(
        storages().pickle(),
        new WeightsWriter().wrapped("model").tensor("conv0.weight", ThinFiles.INPUT, 9).pickle(),
        new PickleWriter().raw("](").number(1).number(70_000).raw("N\u0085N\u0086Neq\1h\1").stop(),
        new PickleWriter().raw("\u008c\u0005torch\u008c\u000cFloatStorage\u0093\u0094").stop());
  }

  /** With the names and storages of a small tensor. */
  private static WeightsWriter storages() {
    return new WeightsWriter().tensor("conv0.weight", ThinFiles.INPUT, 3, 3, 1, 1);
  }

  @MethodSource("seeds")
  @FuzzTest
  void load(byte[] pickle) throws IOException {
    byte[] content = storages().bytes(Form.ARCHIVE, pickle);
    Path file = Files.write(folder.resolve("network.pth"), content);
    try {
      ThinLoader.load(file);
    } catch (NetworkFileException e) {
      UserMessage.assertRefusalOf(file, e);
    }
  }
}
