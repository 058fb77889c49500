package io.github.styletransfer.timelapse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.preview.Browser;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether Chromium plays the video. */
class TimelapseBrowserIT {
  private static final String PAGE =
      """
      <video muted src="data:video/mp4;base64,%s"></video>
      <script>
        const video = document.querySelector('video');
        window.seen = {};
        async function look(time) {
          video.currentTime = time;
          await new Promise(done => video.onseeked = done);
          const canvas = document.createElement('canvas');
          canvas.width = video.videoWidth;
          canvas.height = video.videoHeight;
          const context = canvas.getContext('2d');
          context.drawImage(video, 0, 0);
          return [...context.getImageData(20, 20, 1, 1).data].slice(0, 3);
        }
        video.onloadeddata = async () => {
          window.seen.first = await look(0.1);
          window.seen.last = await look(2.5);
          window.seen.done = true;
        };
        video.onerror = () => { window.seen.fault = video.error.message; window.seen.done = true; };
      </script>
      """;

  @TempDir private Path folder;

  @Test
  void chromiumShowsTheFramesInTheirColors() throws Exception {
    Path file = folder.resolve("o.mp4");
    Timelapse timelapse =
        new Timelapse(TimelapseFormat.MP4, file, folder.resolve("frames"), () -> 0);
    TransferListener frames = timelapse.frames(List.of(new PlannedStage(0, 5, 90, 61, 1)));
    for (int i = 0; i < 5; i++) {
      frames.updated(i, () -> filled(200, 60, 20));
    }
    timelapse.write(Optional.of(filled(30, 90, 180)));
    Path page = folder.resolve("page.html");
    Files.writeString(
        page, PAGE.formatted(Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
    try (Browser browser = Browser.start(Files.createDirectory(folder.resolve("profile")))) {
      browser.open(page.toUri());
      browser.await("window.seen.done === true");

      assertThat(browser.evaluate("String(window.seen.fault)")).isEqualTo("undefined");
      assertThat(browser.evaluate("document.querySelector('video').videoWidth")).isEqualTo(90);
      assertThat(browser.evaluate("document.querySelector('video').duration")).isEqualTo(3);
      assertColor(browser.evaluate("window.seen.first.join()"), 200, 60, 20);
      assertColor(browser.evaluate("window.seen.last.join()"), 30, 90, 180);
    }
  }

  /** Samples of less than their full range and half of the colours' places take off some levels. */
  private static void assertColor(Object seen, int... color) {
    List<Integer> samples =
        Arrays.stream(seen.toString().split(",", -1)).map(Integer::valueOf).toList();
    for (int i = 0; i < color.length; i++) {
      assertThat(samples.get(i)).as("%s", samples).isBetween(color[i] - 6, color[i] + 6);
    }
  }

  private static RgbImage filled(int red, int green, int blue) {
    byte[] samples = new byte[90 * 61 * RgbImage.CHANNELS];
    for (int i = 0; i < samples.length; i += RgbImage.CHANNELS) {
      samples[i] = (byte) red;
      samples[i + 1] = (byte) green;
      samples[i + 2] = (byte) blue;
    }
    return new RgbImage(90, 61, samples);
  }
}
