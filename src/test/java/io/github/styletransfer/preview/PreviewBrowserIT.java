package io.github.styletransfer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.Losses;
import io.github.styletransfer.image.ImageReader;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.Stages.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The preview's page in Chromium: {@code ./mvnw verify -Pbrowser}. Leaves screenshots in target/.
 */
@Timeout(180)
class PreviewBrowserIT {
  private static final int ITERATIONS = 1000;

  @TempDir private Path profile;

  @Test
  void showsTheRunAndStopsIt() throws Exception {
    AtomicInteger stops = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    RgbImage content = sample("content/lake.jpg");
    PreviewSubject subject =
        new PreviewSubject(
            "lake.jpg", content, sample("style/mosaic.jpg"), List.of(new Stage(0, 0, ITERATIONS)));
    try (PreviewServer preview =
            PreviewServer.start(0, subject, stops::incrementAndGet, System::nanoTime);
        Browser browser = Browser.start(profile)) {
      Thread run = new Thread(() -> play(preview, content, over));
      run.start();
      browser.screen(1280, 900, false);
      browser.open(preview.address());
      browser.await("document.getElementById('image').naturalWidth > 0");
      browser.await("document.querySelectorAll('.inputs img')[1].naturalWidth > 0");
      Object first = browser.evaluate("document.getElementById('total').textContent");
      browser.await("document.getElementById('total').textContent !== '" + first + "'");
      browser.await("document.getElementById('left').textContent !== '–'");
      browser.await("document.getElementById('line').getAttribute('points').length > 200");

      for (boolean dark : new boolean[] {false, true}) {
        for (int width : new int[] {360, 1280}) {
          browser.screen(width, 900, dark);
          assertThat(browser.evaluate("document.documentElement.scrollWidth"))
              .as("nothing sticks out at %s pixels", width)
              .isEqualTo(width);
          browser.screenshot(
              Path.of("target", "preview-" + (dark ? "dark-" : "light-") + width + ".png"));
        }
      }

      assertThat(stops).hasValue(0);
      browser.evaluate("document.getElementById('stop').click() === undefined");
      browser.await("document.getElementById('state').textContent.startsWith('Stopping')");
      assertThat(stops).hasValue(1);
      over.set(true);
      run.join();
      preview.end("Stopped after iteration 77");
      browser.await(
          "document.getElementById('state').textContent === 'Stopped after iteration 77'");
      assertThat(browser.evaluate("document.getElementById('stop').disabled")).isEqualTo(true);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(address -> address.startsWith(preview.address().toString()));
    }
  }

  private static void play(PreviewServer preview, RgbImage image, AtomicBoolean over) {
    try {
      preview.listener().stageStarted(0, ITERATIONS, image.width(), image.height());
      for (int i = 0; i < ITERATIONS && !over.get(); i++) {
        double loss = 4e5 / (i + 1) + 2e4;
        preview.listener().evaluated(i, new Losses(loss, loss / 4, loss / 2, loss / 4));
        preview.listener().updated(i, () -> image);
        Thread.sleep(25);
      }
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RgbImage sample(String name) throws Exception {
    return Resizer.fitLongestSide(new ImageReader().read(Path.of("input", name)), 512);
  }
}
