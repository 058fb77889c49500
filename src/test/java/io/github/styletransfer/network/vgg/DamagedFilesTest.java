package io.github.styletransfer.network.vgg;

import static io.github.styletransfer.network.vgg.Faults.AGAIN;
import static io.github.styletransfer.network.vgg.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.styletransfer.network.NetworkFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;

/** Network files with wrong or missing bytes. */
@Timeout(60)
class DamagedFilesTest {
  private static final int HEADER = 128;
  private static final int TAG = 8;
  private static final int WIDTH = 2;

  /** Where the first layer's struct has its dimensions, and its field names' tag. */
  private static final int STRUCT_COLUMNS = 220;

  private static final int FIELD_NAMES = 240;

  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cutShort(boolean compressed) throws IOException {
    byte[] whole = bytes(compressed);
    ByteBuffer sizes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int layersEnd = HEADER + TAG + sizes.getInt(HEADER + Integer.BYTES);

    write(Arrays.copyOf(whole, whole.length - 1));
    assertFault(file(), cutShort(whole.length - 1, whole.length));
    write(Arrays.copyOf(whole, layersEnd - 1));
    assertFault(file(), cutShort(layersEnd - 1, layersEnd));
    write(Arrays.copyOf(whole, layersEnd + 7));
    assertFault(file(), cutShort(layersEnd + 7, layersEnd + TAG));
    write(Arrays.copyOf(whole, HEADER + TAG));
    assertFault(file(), cutShort(HEADER + TAG, layersEnd));
    write(Arrays.copyOf(whole, HEADER + 1));
    assertFault(file(), cutShort(HEADER + 1, HEADER + TAG));
    for (int length : new int[] {HEADER, HEADER - 1, 30}) {
      write(Arrays.copyOf(whole, length));
      assertFault(
          file(),
          "is an incomplete download: it has "
              + length
              + " bytes, no more than a MATLAB file's header"
              + AGAIN);
    }
    write(Arrays.copyOf(whole, layersEnd));
    assertFault(
        file(),
        "has no mean pixel: it has neither a variable 'normalization' nor a variable 'meta'"
            + Faults.DOWNLOAD);
  }

  @Test
  void numbersInTheMessageAreGroupedByThousands() throws IOException {
    byte[] cut = Arrays.copyOf(bytes(false), 1100);
    ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER + 4, 574_692_056);
    write(cut);
    assertFault(
        file(),
        "is an incomplete download: it has 1,100 bytes and should have at least 574,692,192"
            + AGAIN);
  }

  @Test
  void brokenHeader() throws IOException {
    byte[] bytes = bytes(false);
    bytes[126] = 'X';
    write(bytes);
    assertFault(file(), "is damaged: its header doesn't give the byte order" + AGAIN);
  }

  @ParameterizedTest
  @CsvSource({"128, 0", "128, 7", "132, 0", "132, -8"})
  void brokenVariables(int position, int value) throws IOException {
    write(patched(position, value));
    assertFault(file(), "is damaged: no MATLAB variable can start at byte 128" + AGAIN);
  }

  @Test
  void absurdSizes() throws IOException {
    write(patched(STRUCT_COLUMNS, 0x1000_0000));
    assertFault(file(), "is damaged: a struct in it claims too many elements" + AGAIN);
    write(patched(STRUCT_COLUMNS, -1));
    assertFault(file(), "is damaged: a struct in it claims too many elements" + AGAIN);
    write(patched(FIELD_NAMES + Integer.BYTES, 0x7000_0000));
    assertFault(file(), "is damaged: a part of it claims 1,879,048,192 bytes" + AGAIN);
    byte[] bytes = bytes(false);
    write(patched(firstKernel(bytes) + Integer.BYTES, 0x7000_0000));
    assertFault(file(), "has an array of 1,879,048,192 bytes, more than VGG-19 could use" + AGAIN);
    write(patched(firstKernel(bytes) + Integer.BYTES, -4));
    assertFault(file(), "has an array of 4,294,967,292 bytes, more than VGG-19 could use" + AGAIN);
  }

  @Test
  void arraysThatUnpackToTooMuch() throws IOException {
    Array big = Mat5.newMatrix(3000, 3000);
    new NetworkFiles(WIDTH).compressed(true).write(network(NetworkFiles.cell(big)), file());
    assertThat(Files.size(file())).isLessThan(1 << 20);
    assertFault(file(), "has an array of 72,000,000 bytes, more than VGG-19 could use" + AGAIN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deepNesting(boolean compressed) throws IOException {
    Array nested = Mat5.newScalar(1);
    for (int i = 0; i < 500; i++) {
      nested = NetworkFiles.cell(nested);
    }
    new NetworkFiles(WIDTH).compressed(compressed).write(network(nested), file());
    assertFault(file(), "is damaged: its arrays are nested more than 16 deep" + AGAIN);
  }

  /** Half a megabyte that unpacks to so many empty arrays that the heap would be full of them. */
  @Test
  void arraysWithoutEnd() throws IOException {
    Array[] many = new Array[1000];
    Arrays.fill(many, Mat5.newCell(0, 0));
    Array[] more = new Array[1000];
    Arrays.fill(more, NetworkFiles.cell(many));
    new NetworkFiles(WIDTH)
        .compressed(true)
        .write(network(NetworkFiles.cell(NetworkFiles.cell(more))), file());
    assertThat(Files.size(file())).isLessThan(1 << 19);
    assertFault(file(), "has more arrays than VGG-19 could use" + AGAIN);
  }

  @Test
  void brokenLayer() throws IOException {
    byte[] bytes = bytes(false);
    write(patched(firstKernel(bytes), 0));
    assertFault(file(), "is damaged at layer conv1_1 (Unknown tag type for id: 0)" + AGAIN);
  }

  @Test
  void brokenCompression() throws IOException {
    byte[] bytes = bytes(true);
    bytes[HEADER + TAG] = 0;
    write(bytes);
    assertFault(file(), "is damaged outside its layers (incorrect header check)" + AGAIN);
  }

  @Test
  void compressedDataThatEndsTooEarly() throws IOException {
    byte[] bytes = bytes(true);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int layersBytes = buffer.getInt(HEADER + Integer.BYTES);
    int kept = layersBytes / 4;
    buffer.putInt(HEADER + Integer.BYTES, kept);
    int rest = HEADER + TAG + layersBytes;
    System.arraycopy(bytes, rest, bytes, HEADER + TAG + kept, bytes.length - rest);
    write(Arrays.copyOf(bytes, bytes.length - layersBytes + kept));
    Throwable thrown = catchThrowable(() -> new VggLoader().load(file(), KernelLayout.WH));
    assertThat(thrown)
        .isExactlyInstanceOf(NetworkFileException.class)
        .message()
        .matches(
            "\\Q%s\\E is damaged at layer conv\\d_\\d \\(Unexpected end of ZLIB input stream\\)\\Q%s\\E"
                .formatted(file(), AGAIN));
  }

  /** Whatever is wrong with a file's bytes, there is a network or one exception, soon. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void survivesAnyDamage(boolean compressed) throws IOException {
    byte[] whole = bytes(compressed);
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged =
          i % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int change = 0; change < 1 + i % 3 && damaged.length > 0 && i % 5 != 0; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      write(damaged);
      long start = System.nanoTime();
      Throwable thrown = catchThrowable(() -> new VggLoader().load(file(), KernelLayout.WH));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      if (thrown != null) {
        assertThat(thrown).isExactlyInstanceOf(NetworkFileException.class);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static String cutShort(int size, int needed) {
    return String.format(
        Locale.ROOT,
        "is an incomplete download: it has %,d bytes and should have at least %,d%s",
        size,
        needed,
        AGAIN);
  }

  private static MatFile network(Array layers) {
    return Mat5.newMatFile()
        .addArray("meta", NetworkFiles.meta(NetworkFiles.pixel()))
        .addArray("layers", layers);
  }

  /** Where the first kernel's values have their tag. */
  private static int firstKernel(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int position = HEADER;
    while (buffer.getInt(position) != 7
        || buffer.getInt(position + Integer.BYTES) != 27 * WIDTH * Float.BYTES) {
      position += Integer.BYTES;
    }
    return position;
  }

  private byte[] patched(int position, int value) throws IOException {
    byte[] bytes = bytes(false);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(position, value);
    return bytes;
  }

  private byte[] bytes(boolean compressed) throws IOException {
    return Files.readAllBytes(new NetworkFiles(WIDTH).compressed(compressed).write(file()));
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
  }

  private Path file() {
    return folder.resolve("network.mat");
  }
}
