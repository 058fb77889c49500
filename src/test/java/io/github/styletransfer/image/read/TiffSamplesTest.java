package io.github.styletransfer.image.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.styletransfer.image.TestImages;
import io.github.styletransfer.image.TestProfiles;
import io.github.styletransfer.image.TestTiff;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of TIFF files of every size, arrangement and meaning. */
class TiffSamplesTest {
  private static final int[] COLOR = {200, 30, 60};
  private static final int[] COLOR_HALF_OVER_WHITE = {227, 142, 157};
  private static final int[] WIDE_COLOR = {233, 24, 58};
  private static final int[] WIDE_COLOR_HALF_OVER_WHITE = {244, 139, 156};

  private final Path folder;

  TiffSamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Values of a conversion may be rounded to the other side, and those from 8 bits twice. */
  @ParameterizedTest
  @MethodSource
  void color(TestTiff tiff, int tolerance, int[] expected) throws IOException {
    int[] samples = read(tiff);

    assertThat(samples).hasSize(16 * 3);
    for (int i = 0; i < samples.length; i++) {
      assertThat(samples[i]).isCloseTo(expected[i % 3], within(tolerance));
    }
  }

  static Stream<Arguments> color() {
    byte[] icc = TestProfiles.wideRgb();
    return Stream.of(
        arguments(bytes(200, 30, 60), 0, COLOR),
        arguments(bytes(200, 30, 60).profile(icc), 1, WIDE_COLOR),
        arguments(bytes(200, 30, 60, 128).extra(2), 0, COLOR_HALF_OVER_WHITE),
        arguments(bytes(200, 30, 60, 128).extra(2).profile(icc), 1, WIDE_COLOR_HALF_OVER_WHITE),
        arguments(bytes(200, 30, 60, 0).extra(0), 0, COLOR),
        arguments(bytes(200, 30, 60, 0).extra(0).profile(icc), 1, WIDE_COLOR),
        arguments(bytes(100, 15, 30, 128).extra(1), 0, COLOR_HALF_OVER_WHITE),
        arguments(bytes(100, 15, 30, 128).extra(1).profile(icc), 1, WIDE_COLOR_HALF_OVER_WHITE),
        arguments(bytes(200, 30, 60, 128, 7).extra(2, 0), 0, COLOR_HALF_OVER_WHITE),
        arguments(bytes(200, 30, 60, 128, 7).extra(0, 0).profile(icc), 1, WIDE_COLOR),
        arguments(shorts(200, 30, 60), 0, COLOR),
        arguments(shorts(200, 30, 60, 128).extra(0), 0, COLOR),
        arguments(shorts(100, 15, 30, 128).extra(1), 0, COLOR_HALF_OVER_WHITE),
        arguments(shorts(200, 30, 60, 128).extra(2).profile(icc), 1, WIDE_COLOR_HALF_OVER_WHITE),
        arguments(floats(200, 30, 60), 0, COLOR),
        arguments(floats(200, 30, 60).profile(icc), 1, WIDE_COLOR),
        arguments(floats(200, 30, 60, 128).extra(2), 0, COLOR_HALF_OVER_WHITE),
        arguments(floats(100, 15, 30, 128).extra(1), 0, COLOR_HALF_OVER_WHITE),
        arguments(floats(300, -30, 60), 0, new int[] {255, 0, 60}),
        arguments(ints(200, 30, 60), 0, COLOR),
        arguments(planes(200, 30, 60), 0, COLOR),
        arguments(planes(200, 30, 60).profile(icc), 1, WIDE_COLOR),
        arguments(planes(200, 30, 60, 128).extra(2), 0, COLOR_HALF_OVER_WHITE),
        arguments(planes(200, 30, 60, 128).extra(2).profile(icc), 1, WIDE_COLOR_HALF_OVER_WHITE),
        arguments(planes(200, 30, 60, 128).extra(0), 0, COLOR),
        arguments(planes(100, 15, 30, 128).extra(1), 0, COLOR_HALF_OVER_WHITE));
  }

  @ParameterizedTest
  @MethodSource
  void grey(TestTiff tiff, int expected) throws IOException {
    for (int sample : read(tiff)) {
      assertThat(sample).isCloseTo(expected, within(1));
    }
  }

  static Stream<Arguments> grey() {
    byte[] icc = TestProfiles.grey(1.0);
    return Stream.of(
        arguments(TestTiff.of(TestTiff.GREY, 8, 1, new byte[] {100}), 100),
        arguments(TestTiff.of(TestTiff.GREY, 8, 2, new byte[] {100, 0}).extra(0), 100),
        arguments(TestTiff.of(TestTiff.GREY, 8, 2, new byte[] {100, -128}).extra(2), 177),
        arguments(TestTiff.of(TestTiff.GREY, 8, 2, new byte[] {50, -128}).extra(1), 177),
        arguments(TestTiff.of(TestTiff.GREY, 8, 1, new byte[] {-128}).profile(icc), 188),
        arguments(
            TestTiff.of(TestTiff.GREY, 8, 2, new byte[] {-128, -128}).extra(2).profile(icc), 221),
        arguments(
            TestTiff.of(TestTiff.GREY, 8, 2, new byte[] {-128, 9}).extra(0).profile(icc), 188));
  }

  /** Half of what the bits can hold is half grey, whatever the file keeps them in. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6, 8, 10, 12, 14})
  void greyOfAnyDepth(int bits) throws IOException {
    int half = 1 << (bits - 1);
    int most = (1 << bits) - 1;

    int[] samples = read(TestTiff.ofRow(TestTiff.GREY, bits, 1, 0, half, most, half));

    assertThat(samples).startsWith(0, 0, 0);
    assertThat(samples[3]).isCloseTo(255 * half / most, within(1));
    assertThat(samples[6]).isEqualTo(255);
    assertThat(samples[9]).isEqualTo(samples[3]);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 10, 12, 14})
  void colorOfAnyDepth(int bits) throws IOException {
    int half = 1 << (bits - 1);
    int most = (1 << bits) - 1;

    int[] samples = read(TestTiff.ofRow(TestTiff.RGB, bits, 3, 0, half, most, most, 0, half));

    assertThat(samples[0]).isZero();
    assertThat(samples[1]).isCloseTo(255 * half / most, within(1));
    assertThat(samples).endsWith(255, 255, 0, samples[1]);
  }

  private static TestTiff bytes(int... samples) {
    ByteBuffer pixel = ByteBuffer.allocate(samples.length);
    for (int sample : samples) {
      pixel.put((byte) sample);
    }
    return TestTiff.of(TestTiff.RGB, 8, samples.length, pixel.array());
  }

  private static TestTiff shorts(int... samples) {
    byte[] bytes = new byte[samples.length * Short.BYTES];
    ByteBuffer pixel = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      pixel.putShort((short) (sample * 257));
    }
    return TestTiff.of(TestTiff.RGB, 16, samples.length, bytes);
  }

  private static TestTiff ints(int... samples) {
    byte[] bytes = new byte[samples.length * Integer.BYTES];
    ByteBuffer pixel = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      pixel.putInt(sample * 0x01010101);
    }
    return TestTiff.of(TestTiff.RGB, 32, samples.length, bytes);
  }

  private static TestTiff floats(int... samples) {
    byte[] bytes = new byte[samples.length * Float.BYTES];
    ByteBuffer pixel = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      pixel.putFloat(sample / 255f);
    }
    return TestTiff.of(TestTiff.RGB, 32, samples.length, bytes).floating();
  }

  private static TestTiff planes(int... samples) {
    byte[][] planes = new byte[samples.length][];
    for (int i = 0; i < samples.length; i++) {
      planes[i] = new byte[] {(byte) samples[i]};
    }
    return TestTiff.of(TestTiff.RGB, 8, samples.length, planes);
  }

  private int[] read(TestTiff tiff) throws IOException {
    Path file = Files.write(folder.resolve("image"), tiff.bytes());
    return TestImages.unsigned(new ImageReader().read(file));
  }
}
