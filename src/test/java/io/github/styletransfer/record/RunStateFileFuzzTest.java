package io.github.styletransfer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a state file holds, even with a right checksum, it is read or refused. */
@Timeout(10)
class RunStateFileFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() throws IOException {
    Path file = Files.createTempFile("state", ".bin");
    RunStateFile.write(
        file,
        Map.of("--seed", "7"),
        new RunState(
            3,
            1,
            FloatArray.copyOf(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 1, 2, 2, 3),
            Map.of("M", FloatArray.zeros(1, 2, 2, 3)),
            Map.of("updates", 3.0),
            List.of(new LossEntry(2, NetworkLosses.of(1, 2, 3, 4)))));
    byte[] content = Files.readAllBytes(file);
    Files.delete(file);
    return Stream.of(content);
  }

  @MethodSource("seeds")
  @FuzzTest
  void read(byte[] content) throws IOException {
    Path file = folder.resolve("state.bin");
    Files.write(file, content);
    attempt(file);
    Files.write(file, checked(content));
    attempt(file);
  }

  private static void attempt(Path file) {
    try {
      RunStateFile.Saved saved = RunStateFile.read(file, FloatArray::zeros);
      assertThat((long) saved.state().image().bytes().remaining()).isLessThan(Files.size(file));
    } catch (IOException e) {
      assertThat(e).hasMessageNotContaining("Exception");
    }
  }

  /** The content with a right checksum in place of its last eight bytes. */
  private static byte[] checked(byte[] content) {
    byte[] whole = content.clone();
    if (whole.length >= Long.BYTES) {
      CRC32C sum = new CRC32C();
      sum.update(whole, 0, whole.length - Long.BYTES);
      ByteBuffer.wrap(whole)
          .order(ByteOrder.nativeOrder())
          .putLong(whole.length - Long.BYTES, sum.getValue());
    }
    return whole;
  }
}
