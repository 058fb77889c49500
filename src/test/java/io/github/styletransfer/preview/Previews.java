package io.github.styletransfer.preview;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.PlannedStage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** A preview of a run that a test plays. */
final class Previews {
  static final int ITERATIONS = 100;

  private Previews() {}

  static PreviewServer start(AtomicInteger stops) throws IOException {
    return start(stops, System::nanoTime);
  }

  static PreviewServer start(AtomicInteger stops, LongSupplier nanoClock) throws IOException {
    return PreviewServer.start(
        0,
        new PreviewSubject(
            "lake & <mosaic>",
            image(60, 40, 40),
            List.of(image(60, 50, 200)),
            List.of(
                new PlannedStage(0, 60, 30, 20, 1), new PlannedStage(60, ITERATIONS, 60, 40, 4)),
            List.of("content", "style", "tv"),
            List.of()),
        stops::incrementAndGet,
        nanoClock);
  }

  /** A gradient of colours. */
  static RgbImage image(int width, int height, int red) {
    byte[] samples = new byte[width * height * RgbImage.CHANNELS];
    for (int i = 0; i < width * height; i++) {
      samples[i * RgbImage.CHANNELS] = (byte) red;
      samples[i * RgbImage.CHANNELS + 1] = (byte) (255 * (i % width) / width);
      samples[i * RgbImage.CHANNELS + 2] = (byte) (255 * (i / width) / height);
    }
    return new RgbImage(width, height, samples);
  }
}
