package io.github.styletransfer.network.vgg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.UserMessage;
import io.github.styletransfer.network.NetworkFileException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a network file holds, there is a network or one exception, soon. */
@Timeout(30)
class VggLoaderFuzzTest {
  private final VggLoader loader = new VggLoader();
  @TempDir private Path folder;

  static Stream<byte[]> seeds() throws IOException {
    NetworkFiles old = new NetworkFiles(1).old(true).compressed(true);
    return Stream.of(
        new NetworkFiles(1).bytes(),
        old.bytes(),
        NetworkFiles.firstLayers(ByteOrder.LITTLE_ENDIAN),
        NetworkFiles.firstLayers(ByteOrder.BIG_ENDIAN));
  }

  @MethodSource("seeds")
  @FuzzTest
  void load(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("network.mat"), content);
    try {
      loader.load(file, KernelLayout.WH);
    } catch (NetworkFileException e) {
      UserMessage.assertRefusalOf(file, e);
    }
  }
}
