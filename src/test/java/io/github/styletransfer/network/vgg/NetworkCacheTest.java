package io.github.styletransfer.network.vgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.network.NetworkFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCacheTest {
  private static final KernelLayout LAYOUT = KernelLayout.WH;

  @TempDir private Path folder;
  private final NetworkCache cache = new NetworkCache(0);
  private final VggLoader plain = new VggLoader();
  private final VggLoader caching = new VggLoader(cache);
  private Path file;
  private Path kept;

  @BeforeEach
  void setUp() throws IOException {
    file = new NetworkFiles(3).write(folder.resolve("net.mat"));
    kept = folder.resolve("net.mat.wh.cache");
  }

  @ParameterizedTest
  @EnumSource
  void givesBackEveryBit(KernelLayout layout) throws Exception {
    Vgg19 expected = caching.load(file, layout);
    Vgg19 actual = cache.read(file, layout).orElseThrow();
    assertSame(actual, expected);
    assertSame(caching.load(file, layout), plain.load(file, layout));
  }

  @Test
  void isOfTheOneLayoutOnly() throws Exception {
    caching.load(file, KernelLayout.WH);
    assertThat(cache.read(file, KernelLayout.HW)).isEmpty();
    Files.copy(kept, folder.resolve("net.mat.hw.cache"));
    assertThat(cache.read(file, KernelLayout.HW)).isEmpty();
  }

  @Test
  void isStaleWhenTheFilesTimeChanges() throws Exception {
    caching.load(file, LAYOUT);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(cache.read(file, LAYOUT)).isEmpty();
    caching.load(file, LAYOUT);
    assertThat(cache.read(file, LAYOUT)).isPresent();
  }

  @Test
  void isStaleWhenTheFilesStartChanges() throws Exception {
    caching.load(file, LAYOUT);
    FileTime time = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[20]++;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
    assertThat(cache.read(file, LAYOUT)).isEmpty();
  }

  @Test
  void isStaleWhenTheFilesLengthChanges() throws Exception {
    caching.load(file, LAYOUT);
    FileTime time = Files.getLastModifiedTime(file);
    Files.write(file, new byte[1], StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, time);
    assertThat(cache.read(file, LAYOUT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.01, 0.3, 0.5, 0.9, 0.9999})
  void isIgnoredAndRewrittenWhenCutShort(double share) throws Exception {
    Vgg19 expected = caching.load(file, LAYOUT);
    byte[] bytes = Files.readAllBytes(kept);
    Files.write(kept, Arrays.copyOf(bytes, (int) (share * bytes.length)));
    assertThat(cache.read(file, LAYOUT)).isEmpty();
    assertSame(caching.load(file, LAYOUT), expected);
    assertThat(kept).hasBinaryContent(bytes);
  }

  @Test
  void isIgnoredWhenAnyByteIsWrong() throws Exception {
    caching.load(file, LAYOUT);
    byte[] bytes = Files.readAllBytes(kept);
    int step = Math.max(1, bytes.length / 500);
    for (int at = 0; at < bytes.length; at += at < 300 ? 1 : step) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      Files.write(kept, damaged);
      assertThat(cache.read(file, LAYOUT)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void isIgnoredWhenLonger() throws Exception {
    caching.load(file, LAYOUT);
    Files.write(kept, new byte[8], StandardOpenOption.APPEND);
    assertThat(cache.read(file, LAYOUT)).isEmpty();
  }

  @Test
  void isNotMissedWhereItCannotBeWritten() throws Exception {
    Files.createDirectory(kept);
    Files.writeString(kept.resolve("in the way"), "x");
    assertSame(caching.load(file, LAYOUT), plain.load(file, LAYOUT));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, kept);
    }
  }

  @Test
  void isNotMadeForSmallFiles() throws Exception {
    new VggLoader(new NetworkCache()).load(file, LAYOUT);
    assertThat(kept).doesNotExist();
  }

  @Test
  void doesNotHideThatTheFileIsGoneOrBad() throws Exception {
    caching.load(file, LAYOUT);
    Files.writeString(file, "<html>");
    assertThatThrownBy(() -> caching.load(file, LAYOUT))
        .isInstanceOf(NetworkFileException.class)
        .hasMessageContaining("web page");
    Files.delete(file);
    assertThatThrownBy(() -> caching.load(file, LAYOUT))
        .isInstanceOf(NetworkFileException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void servesRunsAtTheSameTime() throws Exception {
    Vgg19 expected = plain.load(file, LAYOUT);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Vgg19> load = () -> new VggLoader(new NetworkCache(0)).load(file, LAYOUT);
      for (Future<Vgg19> loaded : threads.invokeAll(List.of(load, load, load, load))) {
        assertSame(loaded.get(), expected);
      }
    } finally {
      threads.shutdownNow();
    }
    assertSame(cache.read(file, LAYOUT).orElseThrow(), expected);
  }

  private static void assertSame(Vgg19 actual, Vgg19 expected) {
    assertThat(actual.meanPixel()).isEqualTo(expected.meanPixel());
    assertThat(actual.contentLayers()).isEqualTo(expected.contentLayers());
    for (int i = 0; i < expected.layers().size(); i++) {
      Layer layer = actual.layers().get(i);
      assertThat(layer.getClass()).isEqualTo(expected.layers().get(i).getClass());
      if (layer instanceof Layer.Convolution convolution
          && expected.layers().get(i) instanceof Layer.Convolution other) {
        assertThat(convolution.kernel().shape()).isEqualTo(other.kernel().shape());
        assertThat(convolution.kernel().dup('c').data().asFloat())
            .isEqualTo(other.kernel().dup('c').data().asFloat());
        assertThat(convolution.bias().toFloatVector()).isEqualTo(other.bias().toFloatVector());
      }
    }
  }
}
