package io.github.styletransfer.network.vgg;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.UserMessage;
import io.github.styletransfer.network.NetworkFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a compressed variable inflates to, there is a network or one exception, soon. Changes to
 * the compressed bytes themselves hardly ever get past the inflater.
 */
@Timeout(30)
class CompressedVariableFuzzTest {
  private static final int HEADER_BYTES = 128;
  private static final int TAG_BYTES = 8;
  private static final int TYPE_COMPRESSED = 15;

  private final VggLoader loader = new VggLoader();
  @TempDir private Path folder;
  private byte[] start = new byte[0];

  @BeforeEach
  void setUp() throws IOException {
    byte[] few = NetworkFiles.firstLayers(ByteOrder.LITTLE_ENDIAN);
    start = Arrays.copyOf(few, metaEnd(few));
  }

  /** Variables, uncompressed. */
  static Stream<byte[]> seeds() throws IOException {
    byte[] few = NetworkFiles.firstLayers(ByteOrder.LITTLE_ENDIAN);
    int metaEnd = metaEnd(few);
    byte[] all = new NetworkFiles(1).bytes();
    return Stream.of(
        Arrays.copyOfRange(few, metaEnd, few.length),
        Arrays.copyOfRange(few, HEADER_BYTES, metaEnd),
        Arrays.copyOfRange(all, HEADER_BYTES, all.length));
  }

  @MethodSource("seeds")
  @FuzzTest
  void load(byte[] variable) throws IOException {
    Path file = Files.write(folder.resolve("network.mat"), withCompressed(variable));
    try {
      loader.load(file, KernelLayout.WH);
    } catch (NetworkFileException e) {
      UserMessage.assertRefusalOf(file, e);
    }
  }

  private byte[] withCompressed(byte[] variable) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
      out.write(variable);
    }
    return ByteBuffer.allocate(start.length + TAG_BYTES + compressed.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(start)
        .putInt(TYPE_COMPRESSED)
        .putInt(compressed.size())
        .put(compressed.toByteArray())
        .array();
  }

  private static int metaEnd(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER_BYTES + 4);
    return HEADER_BYTES + TAG_BYTES + length;
  }
}
