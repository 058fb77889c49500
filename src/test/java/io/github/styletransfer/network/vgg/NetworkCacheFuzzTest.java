package io.github.styletransfer.network.vgg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands between a cache's key and its checksum, there is a network or none, soon. */
@Timeout(30)
class NetworkCacheFuzzTest {
  private static final KernelLayout LAYOUT = KernelLayout.WH;

  private final NetworkCache cache = new NetworkCache(0);
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void setUp() throws IOException {
    file = Files.writeString(folder.resolve("network.mat"), "the cache's key is made of this");
  }

  static Stream<byte[]> seeds(@TempDir Path folder) throws IOException {
    Path network = new NetworkFiles(1).write(folder.resolve("network.mat"));
    new VggLoader(new NetworkCache(0)).load(network, LAYOUT);
    byte[] kept = Files.readAllBytes(folder.resolve("network.mat.wh.cache"));
    int keyBytes = CacheKey.of(network, LAYOUT).length();
    return Stream.of(Arrays.copyOfRange(kept, keyBytes, kept.length - Long.BYTES));
  }

  @MethodSource("seeds")
  @FuzzTest
  void read(byte[] content) throws IOException {
    byte[] key = CacheKey.of(file, LAYOUT).bytes();
    CRC32C sum = new CRC32C();
    sum.update(key);
    sum.update(content);
    ByteBuffer bytes =
        ByteBuffer.allocate(key.length + content.length + Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .put(key)
            .put(content)
            .putLong(sum.getValue());
    Files.write(folder.resolve("network.mat.wh.cache"), bytes.array());
    cache.read(file, LAYOUT).ifPresent(Vgg19::layers);
  }
}
