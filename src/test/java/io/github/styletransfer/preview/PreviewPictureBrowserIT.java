package io.github.styletransfer.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.PlannedStage;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking at the picture in Chromium: {@code ./mvnw verify -Pbrowser}. */
@Timeout(180)
class PreviewPictureBrowserIT {
  private static final int WIDTH = 2000;
  private static final int HEIGHT = 1400;
  private static final int ITERATIONS = 100;
  private static final String SCROLLED = "Math.round(document.getElementById('frame').scrollLeft)";

  private final RgbImage photo = Previews.image(WIDTH, HEIGHT, 40);
  private final RgbImage picture = Previews.image(WIDTH, HEIGHT, 220);

  @TempDir private Path folder;
  private Browser browser;
  private PreviewServer preview;

  @BeforeEach
  void open() throws Exception {
    preview =
        PreviewServer.start(
            0,
            new PreviewSubject(
                "o.jpg",
                photo,
                List.of(Previews.image(60, 50, 200)),
                List.of(new PlannedStage(0, ITERATIONS, WIDTH, HEIGHT, 1)),
                List.of("content", "style", "tv"),
                List.of()),
            () -> {},
            System::nanoTime);
    browser = Browser.start(folder.resolve("profile"));
    browser.screen(1280, 900, 1, false);
    browser.open(preview.address());
    preview.listener().evaluated(11, NetworkLosses.of(3, 1, 1, 1));
    preview.show(picture);
    browser.await("document.getElementById('image').naturalWidth > 0");
    browser.await("document.getElementById('download').download.length > 0");
  }

  @AfterEach
  void close() {
    browser.close();
    preview.close();
  }

  @Test
  void keysEnlargeThePictureAndMoveIt() throws Exception {
    assertThat(number("document.getElementById('image').naturalWidth"))
        .as("an overview")
        .isEqualTo(1024);
    browser.press("1");
    browser.await("document.getElementById('picture').offsetWidth === 2000");
    browser.await("document.getElementById('image').naturalWidth === 2000");
    assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("frame");
    assertThat(pressed()).isEqualTo("1");
    double middle = number(SCROLLED);
    assertThat(middle)
        .as("the middle stays in the middle")
        .isCloseTo(
            (WIDTH - number("document.getElementById('frame').clientWidth")) / 2, within(1.0));
    browser.press("ArrowRight");
    browser.await(SCROLLED + " > " + middle);

    browser.press("+");
    browser.await("document.getElementById('picture').offsetWidth === 4000");
    assertThat(
            browser.evaluate("getComputedStyle(document.getElementById('image')).imageRendering"))
        .isEqualTo("pixelated");
    browser.press("4");
    browser.await("document.getElementById('picture').offsetWidth === 8000");
    browser.press("-");
    browser.await("document.getElementById('picture').offsetWidth === 4000");
    browser.press("f");
    browser.await(
        "document.getElementById('picture').offsetWidth"
            + " === document.getElementById('frame').clientWidth");
    assertThat(pressed()).isEqualTo("fit");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void thePixelsAreThoseOfTheScreenHoweverDenseItIs() throws Exception {
    browser.screen(1280, 900, 2, false);
    browser.press("1");
    browser.await("document.getElementById('picture').offsetWidth === 1000");
  }

  @Test
  void aMouseMovesTheEnlargedPicture() throws Exception {
    browser.press("1");
    browser.await("document.getElementById('picture').offsetWidth === 2000");
    double before = number(SCROLLED);
    browser.drag(400, 500, 300, 500);
    assertThat(number(SCROLLED)).isEqualTo(before + 100);
  }

  @Test
  void aSliderWipesFromThePhotoToTheResult() throws Exception {
    browser.press("c");
    browser.await("document.getElementById('photo').naturalWidth > 0");
    assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("wiper");
    assertThat(photoShown()).isCloseTo(0.5, within(0.01));
    for (int i = 0; i < 5; i++) {
      browser.press("ArrowRight");
    }
    assertThat(photoShown()).isCloseTo(0.55, within(0.01));
    assertThat(browser.evaluate("document.getElementById('wiper').getAttribute('aria-valuetext')"))
        .isEqualTo("Photo on the left 55 %");
    browser.press("PageUp");
    assertThat(photoShown()).isCloseTo(0.65, within(0.01));
    browser.press("Home");
    assertThat(photoShown()).isCloseTo(0, within(0.001));
    browser.press("End");
    assertThat(photoShown()).isCloseTo(1, within(0.001));

    browser.press("1");
    browser.await("document.getElementById('photo').naturalWidth === 2000");
    double left = number("document.getElementById('frame').getBoundingClientRect().left");
    double width = number("document.getElementById('frame').clientWidth");
    double scrolled = number(SCROLLED);
    browser.drag(left + width - 2, 500, left + 0.25 * width, 500);
    assertThat(photoShown()).as("of the part that can be seen").isCloseTo(0.25, within(0.01));
    assertThat(number(SCROLLED)).as("the picture stays").isEqualTo(scrolled);
    browser.drag(left + 0.75 * width, 500, left + 0.75 * width - 60, 500);
    assertThat(number(SCROLLED)).as("the picture is moved").isEqualTo(scrolled + 60);
    assertThat(photoShown()).as("the slider stays").isCloseTo(0.25, within(0.01));
    browser.press("c");
    browser.await("document.getElementById('photo').hidden");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theKeysAreListedAndCanBeSwitchedOff() throws Exception {
    browser.press("?");
    browser.await("document.getElementById('help').open");
    browser.press("1");
    browser.press("Escape");
    browser.await("!document.getElementById('help').open");
    assertThat(pressed()).as("a key in the panel").isEqualTo("fit");

    browser.evaluate(
        "(document.querySelector('header').append(document.createElement('input')), 1)");
    browser.evaluate("(document.querySelector('header input').focus(), 1)");
    browser.press("1");
    assertThat(browser.evaluate("document.querySelector('header input').value")).isEqualTo("1");
    assertThat(pressed()).as("a key in a field").isEqualTo("fit");
    browser.evaluate("(document.querySelector('header input').remove(), 1)");

    browser.evaluate("(document.getElementById('letters').click(), 1)");
    browser.press("1");
    assertThat(pressed()).as("a key that is switched off").isEqualTo("fit");
    browser.open(preview.address());
    browser.await("document.getElementById('letters').checked === false");
  }

  @Test
  void aPictureThatIsHeldStaysWhileTheRunGoesOn() throws Exception {
    browser.press("h");
    preview.show(Previews.image(WIDTH, HEIGHT, 1));
    preview.listener().evaluated(12, NetworkLosses.of(3, 1, 1, 1));
    browser.await("document.getElementById('iteration').textContent === '13 of 100'");
    assertThat(browser.evaluate("document.getElementById('image').src").toString()).endsWith("?1");
    browser.press("h");
    browser.await("document.getElementById('image').src.endsWith('?2')");
  }

  @Test
  void thePictureIsDownloadedAndKeptAfterTheEnd() throws Exception {
    Path downloads = Files.createDirectory(folder.resolve("downloads"));
    browser.downloadTo(downloads);
    browser.press("d");
    Path soFar = downloads.resolve("o-so-far-iteration-12.png");
    await(soFar);
    BufferedImage whole = ImageIO.read(soFar.toFile());
    assertThat(whole.getWidth()).isEqualTo(WIDTH);
    assertThat(whole.getRGB(WIDTH - 1, 0) & 0xffffff).isEqualTo(220 << 16 | 254 << 8);

    Path result = Files.writeString(folder.resolve("o.jpg"), "the very bytes of the result");
    preview.end(new PreviewEnd("Finished", "Finished; see", Optional.of(result), false));
    preview.close();
    Files.delete(result);
    browser.await(
        "document.getElementById('hint').textContent.startsWith('The program has ended')");
    assertThat(browser.evaluate("document.getElementById('announcement').textContent"))
        .isEqualTo("Finished; see");
    browser.press("d");
    await(downloads.resolve("o.jpg"));
    assertThat(downloads.resolve("o.jpg")).hasContent("the very bytes of the result");
    browser.press("1");
    browser.press("c");
    browser.await("document.getElementById('picture').offsetWidth === 2000");
    assertThat(number("document.getElementById('image').naturalWidth")).isEqualTo(WIDTH);
    assertThat(number("document.getElementById('photo').naturalWidth")).isEqualTo(WIDTH);
    assertThat(browser.evaluate("document.getElementById('image').complete")).isEqualTo(true);
  }

  @Test
  void aPageThatStaysEndsTheProgramWhenItIsClosed() throws Exception {
    preview.end(new PreviewEnd("Finished", "Finished; see", Optional.empty(), true));
    browser.await("!document.getElementById('close').hidden");
    browser.await("document.getElementById('hint').textContent.startsWith('The program waits')");
    browser.evaluate("(document.getElementById('close').click(), 1)");
    preview.awaitDismissal();
    preview.close();
    browser.await(
        "document.getElementById('hint').textContent.startsWith('The program has ended')");
    assertThat(browser.evaluate("document.getElementById('close').hidden")).isEqualTo(true);
  }

  @Test
  void leavingThePageClosesIt() throws Exception {
    preview.end(new PreviewEnd("Finished", "Finished; see", Optional.empty(), true));
    browser.await("!document.getElementById('close').hidden");
    browser.open(java.net.URI.create("about:blank"));
    preview.awaitDismissal(500);
  }

  @Test
  void allControlsAreReachedByTabAndNamedAndSeenToBeFocused() throws Exception {
    browser.press("1");
    browser.press("c");
    browser.evaluate("(document.activeElement.blur(), 1)");
    browser.screen(1280, 900, 1, false);
    List<String> reached = new ArrayList<>();
    String next = "";
    while (!reached.contains(next)) {
      reached.add(next);
      browser.press("Tab");
      next =
          String.valueOf(
              browser.evaluate(
                  "document.activeElement.id || document.activeElement.dataset.zoom || 'end'"));
      if (!next.equals("end") && !next.equals("wiper")) {
        assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
            .as("focus on %s", next)
            .isEqualTo("solid");
      }
    }
    assertThat(reached)
        .contains(
            "fit", "1", "2", "4", "compare", "hold", "download", "keys", "frame", "wiper", "stop");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('button, a, input, img, svg, progress')].filter(n =>"
                    + " !(n.textContent.trim() || n.alt || n.getAttribute('aria-label') ||"
                    + " n.labels?.length)).length"))
        .as("without a name")
        .isEqualTo(0);
  }

  @Test
  void allTextIsLegible() throws Exception {
    browser.evaluate("(document.getElementById('help').show(), 1)");
    for (boolean dark : new boolean[] {false, true}) {
      browser.screen(1280, 900, 1, dark);
      browser.await(
          "getComputedStyle(document.body).backgroundColor === '%s'"
              .formatted(dark ? "rgb(22, 21, 19)" : "rgb(246, 245, 242)"));
      assertThat(
              browser.evaluate(Files.readString(Path.of("src/test/resources/preview/contrast.js"))))
          .as("what has less contrast than WCAG 2.2 AA asks for")
          .isEqualTo("");
    }
  }

  @Test
  void nothingSticksOut() throws Exception {
    for (String zoom : List.of("f", "1", "4")) {
      browser.press(zoom);
      for (int[] size :
          new int[][] {{360, 780, 1}, {640, 450, 2}, {1280, 900, 1}, {2560, 1440, 1}}) {
        browser.screen(size[0], size[1], size[2], false);
        browser.await("window.innerWidth === " + size[0]);
        assertThat(number("document.documentElement.scrollWidth"))
            .as("%s at %s", zoom, size[0])
            .isLessThanOrEqualTo(size[0]);
        assertThat(number("document.getElementById('frame').getBoundingClientRect().right"))
            .isLessThanOrEqualTo(size[0]);
      }
    }
  }

  @Test
  void aScreenReaderSpeaksSeldomDuringTheRunAndAtOnceAtItsEnd() throws Exception {
    browser.evaluate(
        "(window.spoken = [], new MutationObserver(() =>"
            + " spoken.push(document.getElementById('announcement').textContent))"
            + ".observe(document.getElementById('announcement'), {childList: true}), 1)");
    for (int i = 12; i < 60; i++) {
      preview.listener().evaluated(i, NetworkLosses.of(3, 1, 1, 1));
      Thread.sleep(30);
    }
    browser.await("document.getElementById('iteration').textContent === '60 of 100'");
    assertThat(browser.evaluate("spoken.length"))
        .asInstanceOf(InstanceOfAssertFactories.INTEGER)
        .isLessThanOrEqualTo(1);
    preview.end(PreviewEnd.failed("There is no memory left"));
    browser.await("spoken[spoken.length - 1] === 'There is no memory left'");
  }

  private double number(String expression) throws Exception {
    return ((Number) browser.evaluate(expression)).doubleValue();
  }

  /** The zoom whose button is pressed. */
  private Object pressed() throws Exception {
    return browser.evaluate(
        "[...document.querySelectorAll('[data-zoom][aria-pressed=true]')]"
            + ".map(button => button.dataset.zoom).join()");
  }

  /** The part of the visible picture's width that the photo covers. */
  private double photoShown() throws Exception {
    return number(
        "(() => { const layer = document.getElementById('wipe').getBoundingClientRect();"
            + " const photo = document.getElementById('photo');"
            + " const cut = Number(photo.style.clipPath.match(/ ([\\d.]+)px/)?.[1] ?? 0);"
            + " return (photo.getBoundingClientRect().right - cut - layer.left) / layer.width })()");
  }

  private static void await(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(50);
    }
  }
}
