package io.github.styletransfer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.SizeMark;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The preview's page in Chromium: {@code ./mvnw verify -Pbrowser}. Leaves screenshots in target/.
 */
@Timeout(180)
class PreviewBrowserIT {
  private static final int ITERATIONS = 1000;

  /** Each size is done after this part of its iterations. */
  private static final double DONE = 0.3;

  private final AtomicInteger stops = new AtomicInteger();

  @TempDir private Path profile;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    browser = Browser.start(profile);
    browser.screen(1280, 900, 1, false);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void showsTheRunAndStopsIt() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    RgbImage content = sample("content/lake.jpg", 512);
    try (PreviewServer preview = serve(0, "lake.jpg", content, stages(content))) {
      Thread run = new Thread(() -> play(preview, content, over));
      run.start();
      browser.open(preview.address());
      browser.await("document.getElementById('image').naturalWidth > 0");
      browser.await("document.querySelectorAll('.inputs img')[1].naturalWidth > 0");
      Object first = browser.evaluate("document.getElementById('total').textContent");
      browser.await("document.getElementById('total').textContent !== '" + first + "'");
      browser.await("document.getElementById('left').textContent !== '–'");
      browser.await("document.getElementById('line').getAttribute('d').length > 200");
      browser.await(
          "document.getElementById('size').textContent === '%d × %d'"
              .formatted(content.width(), content.height()));
      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('#chart .name')].map(n => n.textContent).join()"))
          .isEqualTo(
              SizeMark.of(stages(content)).stream()
                  .map(SizeMark::label)
                  .collect(Collectors.joining(",")));
      assertThat(browser.evaluate("document.querySelectorAll('#chart .mark').length")).isEqualTo(2);
      assertThat(browser.evaluate("document.querySelectorAll('#chart .grid').length"))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.INTEGER)
          .isBetween(2, 10);
      assertThat(
              browser.evaluate(
                  "document.getElementById('line').getAttribute('d').split('M').length - 1"))
          .as("pieces of the curve")
          .isEqualTo(3);

      for (boolean dark : new boolean[] {false, true}) {
        for (int width : new int[] {360, 1280}) {
          browser.screen(width, 900, 1, dark);
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
      preview.end(
          new PreviewEnd(
              "Stopped: saved o_76.jpg", "Stopped after iteration 77", Optional.empty(), false));
      browser.await(
          "document.getElementById('state').textContent === 'Stopped after iteration 77'");
      assertThat(browser.evaluate("document.getElementById('stop').textContent"))
          .isEqualTo("Stopped: saved o_76.jpg");
      assertThat(browser.evaluate("document.getElementById('stop').disabled")).isEqualTo(true);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(address -> address.startsWith(preview.address().toString()));
      browser.screen(1280, 900, 1, false);
      browser.screenshot(Path.of("target", "preview-stopped.png"));
    }
  }

  @Test
  void smallImagesAreNotBlurred() throws Exception {
    RgbImage content = sample("content/lake.jpg", 96);
    try (PreviewServer preview = serve(0, "small.png", content, stages(content))) {
      preview.show(content);
      browser.open(preview.address());
      for (double density : new double[] {1, 1.5, 2}) {
        for (int width : new int[] {360, 1280}) {
          browser.screen(width, 900, density, false);
          browser.await("document.getElementById('image').naturalWidth === 96");
          browser.await("document.documentElement.clientWidth === " + width);
          browser.await(
              "[3, 4, 5, 6, 7, 8].includes(parseFloat(document.getElementById('picture').style.width)"
                  + " * devicePixelRatio / 96)");
          assertThat(
                  browser.evaluate(
                      "getComputedStyle(document.getElementById('image')).imageRendering"))
              .isEqualTo("pixelated");
        }
      }
      browser.screenshot(Path.of("target", "preview-small.png"));
    }
  }

  @Test
  void aLaterRunAtTheSameAddressHasAFreshPage() throws Exception {
    RgbImage content = sample("content/lake.jpg", 96);
    int port;
    try (PreviewServer first = serve(0, "first.png", content, stages(content))) {
      port = first.address().getPort();
      browser.open(first.address());
      first.listener().evaluated(0, NetworkLosses.of(3, 1, 1, 1));
      first.listener().evaluated(1, NetworkLosses.of(2, 1, 1, 0));
      browser.await("document.getElementById('line') !== null");
      first.end(
          new PreviewEnd(
              "Stopped: saved first_1.png", "Stopped after iteration 2", Optional.empty(), false));
      browser.await("document.getElementById('stop').disabled");
    }
    try (PreviewServer second = serve(port, "second.png", content, stages(content))) {
      assertThat(second.address().getPort()).isEqualTo(port);
      browser.await("document.querySelector('h1').textContent === 'second.png'");
      browser.await("document.getElementById('iteration').textContent !== '–'");
      assertThat(browser.evaluate("document.getElementById('stop').textContent"))
          .isEqualTo("Stop and save");
      assertThat(browser.evaluate("document.getElementById('stop').disabled")).isEqualTo(false);
      assertThat(browser.evaluate("document.getElementById('state').textContent"))
          .isEqualTo("Waiting for the first iteration…");
      assertThat(browser.evaluate("document.getElementById('line') === null")).isEqualTo(true);
      browser.evaluate("document.getElementById('stop').click() === undefined");
      browser.await("document.getElementById('state').textContent.startsWith('Stopping')");
      assertThat(stops).hasValue(1);
    }
  }

  private PreviewServer serve(int port, String title, RgbImage content, List<PlannedStage> stages)
      throws Exception {
    return PreviewServer.start(
        port,
        new PreviewSubject(
            title,
            content,
            List.of(sample("style/mosaic.jpg", 512)),
            stages,
            List.of("content", "style", "tv"),
            List.of()),
        stops::incrementAndGet,
        System::nanoTime);
  }

  private static List<PlannedStage> stages(RgbImage content) {
    return new Stages(ITERATIONS, 3)
        .of(content.size()).stream().map(stage -> stage.planned(content.size())).toList();
  }

  private static void play(PreviewServer preview, RgbImage image, AtomicBoolean over) {
    try {
      TransferListener run = preview.listener();
      for (PlannedStage stage : stages(image)) {
        boolean last = stage.width() == image.width();
        run.stageStarted(stage.first(), stage.end(), stage.width(), stage.height());
        int end = last ? stage.end() : stage.first() + (int) (DONE * (stage.end() - stage.first()));
        for (int i = stage.first(); i < end && !over.get(); i++) {
          double loss = 4e5 / (i - stage.first() + 1) + 2e4;
          run.evaluated(i, NetworkLosses.of(loss, loss / 4, loss / 2, loss / 4));
          run.updated(i, () -> image);
          Thread.sleep(last ? 25 : 5);
        }
        run.stopped(end - 1, "no step lowers the loss any more");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RgbImage sample(String name, int longestSide) throws Exception {
    return Resizer.fitLongestSide(new ImageReader().read(Path.of("input", name)), longestSide);
  }
}
