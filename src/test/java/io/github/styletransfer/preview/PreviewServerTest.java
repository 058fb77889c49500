package io.github.styletransfer.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.styletransfer.NetworkLosses;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.PlannedStage;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PreviewServerTest {
  private final AtomicInteger stops = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private PreviewServer preview;

  @BeforeEach
  void start() throws IOException {
    preview = Previews.start(stops);
  }

  @AfterEach
  void close() {
    preview.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html; charset=utf-8",
    "style.css, text/css; charset=utf-8",
    "app.js, text/javascript; charset=utf-8",
    "chart.js, text/javascript; charset=utf-8",
    "announce.js, text/javascript; charset=utf-8",
    "keys.js, text/javascript; charset=utf-8",
    "picture.js, text/javascript; charset=utf-8",
    "wipe.js, text/javascript; charset=utf-8",
    "content, image/png",
    "content-full, image/png",
    "style, image/png"
  })
  void servesThePageAndItsParts(String path, String type) throws Exception {
    HttpResponse<byte[]> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image",
        "image-full",
        "download",
        "etc/passwd",
        "../page.html",
        "%2e%2e/page.html",
        "page.html",
        "a/b"
      })
  void servesNothingElse(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void thePageNamesTheRunSafely() throws Exception {
    assertThat(page()).contains("<h1>lake &amp; &lt;mosaic&gt;</h1>").doesNotContain("${");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:%d"})
  void otherHostsAreRefused(String host) throws IOException {
    assertThat(statusLine("GET / HTTP/1.1", "Host: " + host.formatted(preview.address().getPort())))
        .isEqualTo("HTTP/1.1 403 Forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Origin: http://example.org", "Origin: null", "Sec-Fetch-Site: cross-site"})
  void otherSitesAreRefused(String header) throws IOException {
    assertThat(statusLine("GET /events HTTP/1.1", host(), header))
        .isEqualTo("HTTP/1.1 403 Forbidden");
    assertThat(statusLine("POST /stop HTTP/1.1", host(), header, "Content-Length: 0"))
        .isEqualTo("HTTP/1.1 403 Forbidden");
    assertThat(stops).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void resourcesAreOnlyRead(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(preview.address())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void onlyThePageCanStopTheRun() throws Exception {
    assertThat(get("stop").statusCode()).isEqualTo(405);
    assertThat(stop("")).isEqualTo(403);
    assertThat(stop("0".repeat(32))).isEqualTo(403);
    assertThat(stops).hasValue(0);
    String token = token();
    assertThat(token).hasSize(32);
    assertThat(stop(token)).isEqualTo(202);
    assertThat(stops).hasValue(1);
  }

  @Test
  void tellsThePageAtOnceAndWheneverSomethingChanges() throws Exception {
    preview.listener().stageStarted(0, 100, 30, 20);
    preview.listener().evaluated(0, NetworkLosses.of(12.5, 1, 2, 3));
    preview.listener().evaluated(1, NetworkLosses.of(11.5, 1, 2, 3));
    HttpResponse<Stream<String>> events = events();
    var lines = events.body().filter(line -> line.startsWith("data: ")).iterator();

    assertThat(lines.next())
        .contains(
            "\"iteration\":2,\"iterations\":100,\"width\":30,\"height\":20,\"total\":11.5",
            "\"image\":0",
            "\"history\":[[1,12.5],[2,11.5]]",
            "\"marks\":[[1,\"30 x 20\",true],[61,\"60 x 40\",true]]");
    preview.listener().updated(1, () -> Previews.image(60, 40, 0));
    assertThat(lines.next()).contains("\"image\":1").doesNotContain("history");
    assertThat(ImageIO.read(new ByteArrayInputStream(get("image").body())).getWidth())
        .isEqualTo(60);
    preview.end(
        new PreviewEnd(
            "Finished: saved o.jpg", "The result is output/o.jpg", Optional.empty(), false));
    assertThat(lines.next())
        .contains(
            "\"note\":\"The result is output/o.jpg\",\"ended\":true",
            "\"end\":\"Finished: saved o.jpg\"");
    assertThat(lines.hasNext()).isFalse();
  }

  @Test
  void aSizeThatEndsEarlyLeavesNoPointWhereNothingWasMeasured() throws Exception {
    preview.listener().stageStarted(0, 60, 30, 20);
    preview.listener().evaluated(0, NetworkLosses.of(12.5, 1, 2, 3));
    preview.listener().stopped(0, "no step lowers the loss");
    preview.listener().stageStarted(60, 100, 60, 40);

    assertThat(firstEvent())
        .contains(
            "\"iteration\":60,",
            "\"measured\":1,",
            "\"history\":[[1,12.5]]",
            "\"note\":\"After iteration 1: no step lowers the loss\"");
  }

  @Test
  void aPageHearsOfEachIterationHoweverFastTheyAre() throws Exception {
    Iterator<String> lines = events().body().filter(line -> line.startsWith("data: ")).iterator();
    StringBuilder told = new StringBuilder(lines.next());
    for (int i = 0; i < 30; i++) {
      preview.listener().evaluated(i, NetworkLosses.of(100.5 - i, 1, 2, 3));
    }
    while (!told.toString().contains("\"measured\":30,")) {
      told.append(lines.next());
    }
    for (int i = 0; i < 30; i++) {
      assertThat(told).contains("[" + (i + 1) + "," + (100.5 - i) + "]");
    }
  }

  @Test
  void aLossThatIsNoNumberIsAGap() throws Exception {
    preview.listener().evaluated(0, NetworkLosses.of(12.5, 1, 2, 3));
    preview.listener().evaluated(1, NetworkLosses.of(Double.NaN, 1, 2, 3));
    preview.listener().evaluated(2, NetworkLosses.of(11.5, 1, 2, 3));

    assertThat(firstEvent()).contains("\"history\":[[1,12.5],[2,null],[3,11.5]]");
  }

  @Test
  void aResumedRunShowsWhatCameBefore() throws Exception {
    try (PreviewServer resumed =
        PreviewServer.start(
            0,
            new PreviewSubject(
                "o",
                Previews.image(60, 40, 0),
                List.of(Previews.image(60, 40, 0)),
                List.of(new PlannedStage(0, 100, 60, 40, 1)),
                List.of("content", "style", "tv"),
                List.of(new LossEntry(0, NetworkLosses.of(12.5, 1, 2, 3)))),
            () -> {},
            System::nanoTime)) {
      resumed.listener().stageStarted(1, 100, 60, 40);
      resumed.listener().evaluated(1, NetworkLosses.of(11.5, 1, 2, 3));
      assertThat(firstEvent(resumed)).contains("\"history\":[[1,12.5],[2,11.5]]");
    }
  }

  @Test
  void anOldNoticeIsNotSaidAnyMore() throws Exception {
    AtomicLong nanos = new AtomicLong();
    try (PreviewServer timed = Previews.start(stops, nanos::get)) {
      timed.listener().wentBack(3, 5);
      nanos.addAndGet(Duration.ofSeconds(14).toNanos());
      assertThat(firstEvent(timed)).contains("\"note\":\"Went back to iteration 4,");
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(firstEvent(timed)).contains("\"note\":\"\"");
    }
  }

  @Test
  void everyPageLearnsThatTheRunIsStopping() throws Exception {
    assertThat(stop(token())).isEqualTo(202);
    preview.listener().stopped(4, "the total loss has fallen by less than 5 % over 5 iterations");

    assertThat(firstEvent())
        .contains("\"note\":\"Stopping after this iteration\"", "\"stopping\":true");
  }

  @Test
  void runsAtOneAddressCanBeToldApart() throws Exception {
    String run = page().replaceAll("(?s).*name=\"preview-run\" content=\"([^\"]+)\".*", "$1");
    assertThat(firstEvent()).contains("\"run\":\"" + run + "\"");
    try (PreviewServer other = Previews.start(stops)) {
      assertThat(firstEvent(other)).contains("\"run\":").doesNotContain(run);
    }
  }

  @Test
  void aRunThatNobodySawEndHasFailed() throws Exception {
    Iterator<String> lines;
    try (PreviewServer failing = Previews.start(stops)) {
      lines = events(failing).body().filter(line -> line.startsWith("data: ")).iterator();
      assertThat(lines.next()).contains("\"ended\":false");
    }
    assertThat(lines.next()).contains("\"ended\":true", "\"end\":\"Failed\"");
  }

  @Test
  void largeImagesAreReducedAndSmallOnesLoseNothing() throws Exception {
    assertThat(WebImage.reduced(Previews.image(1500, 40, 7)).type()).isEqualTo("image/jpeg");
    RgbImage small = Previews.image(96, 72, 7);
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(WebImage.reduced(small).bytes()));
    assertThat(decoded.getRGB(95, 71) & 0xffffff).isEqualTo(7 << 16 | 252 << 8 | 251);
  }

  @Test
  void aWholeImageHasAllOfItsPixelsAndIsLosslessUnlessItIsHuge() throws Exception {
    preview.show(Previews.image(1500, 40, 7));
    HttpResponse<byte[]> whole = get("image-full");
    assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/png");
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(whole.body()));
    assertThat(decoded.getWidth()).isEqualTo(1500);
    assertThat(decoded.getRGB(1499, 39) & 0xffffff).isEqualTo(7 << 16 | 254 << 8 | 248);

    WebImage huge = WebImage.full(Previews.image(2001, 2000, 7));
    assertThat(huge.type()).isEqualTo("image/jpeg");
    assertThat(ImageIO.read(new ByteArrayInputStream(huge.bytes())).getWidth()).isEqualTo(2001);
  }

  @Test
  void theImageSoFarIsDownloadedWholeAndNamedByItsIteration() throws Exception {
    preview.listener().evaluated(4, NetworkLosses.of(12.5, 1, 2, 3));
    preview.show(Previews.image(1500, 40, 7));
    HttpResponse<byte[]> download = get("download");

    assertThat(download.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(download.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"lake & <mosaic>-so-far-iteration-5.png\";"
                + " filename*=UTF-8''lake%20%26%20%3Cmosaic%3E-so-far-iteration-5.png");
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(download.body()));
    assertThat(decoded.getWidth()).isEqualTo(1500);
    assertThat(decoded.getRGB(1499, 39) & 0xffffff).isEqualTo(7 << 16 | 254 << 8 | 248);
    assertThat(firstEvent()).contains("\"file\":\"lake & <mosaic>-so-far-iteration-5.png\"");
  }

  @Test
  void afterTheRunTheFileThatItSavedIsDownloaded(@TempDir Path folder) throws Exception {
    Path result = Files.writeString(folder.resolve("höhe\".jpg"), "the very bytes");
    preview.show(Previews.image(60, 40, 7));
    preview.end(new PreviewEnd("Finished", "Finished", Optional.of(result), true));
    HttpResponse<byte[]> download = get("download");

    assertThat(download.body()).asString(StandardCharsets.UTF_8).isEqualTo("the very bytes");
    assertThat(download.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(download.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"h_he_.jpg\"; filename*=UTF-8''h%C3%B6he%22.jpg");

    Files.delete(result);
    assertThat(get("download").headers().firstValue("Content-Type")).hasValue("image/png");
  }

  @Test
  void aPageThatStaysIsServedUntilItIsClosed() throws Exception {
    String token = token();
    assertThat(post("close", token)).as("during the run").isEqualTo(409);
    HttpResponse<Stream<String>> events = events();
    Iterator<String> lines = events.body().filter(line -> line.startsWith("data: ")).iterator();
    preview.end(new PreviewEnd("Finished", "Finished", Optional.empty(), true));
    while (!lines.next().contains("\"stays\":true")) {
      // Events of the run.
    }
    assertThat(stop(token)).as("there is nothing to stop").isEqualTo(409);
    assertThat(stops).hasValue(0);
    preview.say("another event");
    assertThat(lines.next()).contains("another event");

    assertThat(get("close").statusCode()).isEqualTo(405);
    assertThat(post("close", "0".repeat(32))).isEqualTo(403);
    assertThat(post("close", token)).isEqualTo(202);
    preview.awaitDismissal();
  }

  @Test
  void thePageIsClosedWhenItsStreamIs() throws Exception {
    preview.end(new PreviewEnd("Finished", "Finished", Optional.empty(), true));
    try (Socket page = new Socket(InetAddress.getLoopbackAddress(), preview.address().getPort())) {
      page.getOutputStream()
          .write(
              ("GET /events HTTP/1.1\r\n" + host() + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(page.getInputStream().read()).isEqualTo('H');
    }
    preview.awaitDismissal(50);
  }

  @Test
  void theEndWaitsForPagesToLoadWhatTheyKeep() throws Exception {
    preview.show(Previews.image(1500, 1000, 7));
    try (Stream<String> lines = events().body()) {
      Iterator<String> events = lines.filter(line -> line.startsWith("data: ")).iterator();
      preview.end(PreviewEnd.failed("Failed"));
      Thread end = new Thread(preview::close);
      end.start();
      while (!events.next().contains("\"ended\":true")) {
        // Events of the run.
      }
      assertThat(get("image-full").statusCode()).isEqualTo(200);
      assertThat(get("download").statusCode()).isEqualTo(200);
      end.join();
    }
  }

  @Test
  void takesNoImageWhenNobodyLooks() throws Exception {
    preview
        .listener()
        .updated(
            0,
            () -> {
              throw new AssertionError("an image was made for nobody");
            });
    assertThat(get("image").statusCode()).isEqualTo(404);
  }

  /** Else the test's time would run out. */
  @Test
  void aPageThatDoesNotReadHoldsNothingUp() throws Exception {
    try (Socket deaf = new Socket(InetAddress.getLoopbackAddress(), preview.address().getPort())) {
      deaf.setReceiveBufferSize(1024);
      deaf.getOutputStream()
          .write(
              ("GET /events HTTP/1.1\r\n" + host() + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(300);
      for (int i = 0; i < 10_000; i++) {
        preview.listener().evaluated(i, NetworkLosses.of(12.5, 1, 2, 3));
        preview.listener().updated(i, () -> Previews.image(60, 40, 0));
      }
    }
  }

  @Test
  void longRunsHaveAThinnedOutHistory() throws Exception {
    for (int i = 0; i < 5000; i++) {
      preview.listener().evaluated(i, NetworkLosses.of(5000 - i, 1, 2, 3));
    }
    assertThat(firstEvent().split("\\],\\[").length).isBetween(200, 401);
  }

  @Test
  void aPortInUseIsNamed() {
    int port = preview.address().getPort();
    assertThatIOException()
        .isThrownBy(
            () ->
                PreviewServer.start(
                        port,
                        new PreviewSubject(
                            "o",
                            Previews.image(2, 2, 0),
                            List.of(Previews.image(2, 2, 0)),
                            List.of(new PlannedStage(0, 1, 2, 2, 1)),
                            List.of(),
                            List.of()),
                        () -> {},
                        System::nanoTime)
                    .close())
        .withMessage("port " + port + " is in use or not allowed for this user");
  }

  @Test
  void listensOnTheLoopbackAddressAlone() {
    assertThat(preview.address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void showsEachOfSeveralPaintings() throws Exception {
    PreviewSubject subject =
        new PreviewSubject(
            "o",
            Previews.image(60, 40, 0),
            List.of(Previews.image(30, 20, 0), Previews.image(20, 50, 0)),
            List.of(new PlannedStage(0, 1, 60, 40, 1)),
            List.of(),
            List.of());
    try (PreviewServer server = PreviewServer.start(0, subject, () -> {}, System::nanoTime)) {
      String page = new String(get(server, "").body(), StandardCharsets.UTF_8);
      assertThat(page)
          .contains(
              "<img src=\"style\" alt=\"Painting 1\"><figcaption>Style 1<",
              "<img src=\"style-2\" alt=\"Painting 2\"><figcaption>Style 2<");
      assertThat(ImageIO.read(new ByteArrayInputStream(get(server, "style-2").body())).getHeight())
          .isEqualTo(50);
      assertThat(get(server, "style-3").statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<byte[]> get(PreviewServer server, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(preview.address() + path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private String page() throws Exception {
    return new String(get("").body(), StandardCharsets.UTF_8);
  }

  private String token() throws Exception {
    return page().replaceAll("(?s).*name=\"preview-token\" content=\"(\\w+)\".*", "$1");
  }

  private HttpResponse<Stream<String>> events() throws Exception {
    return events(preview);
  }

  private HttpResponse<Stream<String>> events(PreviewServer server) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + "events")).build(),
        HttpResponse.BodyHandlers.ofLines());
  }

  private String firstEvent() throws Exception {
    return firstEvent(preview);
  }

  private String firstEvent(PreviewServer server) throws Exception {
    try (Stream<String> lines = events(server).body()) {
      return lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
    }
  }

  private int stop(String token) throws Exception {
    return post("stop", token);
  }

  private int post(String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(preview.address() + path))
            .header("X-Preview-Token", token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private String host() {
    return "Host: 127.0.0.1:" + preview.address().getPort();
  }

  private String statusLine(String... request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), preview.address().getPort())) {
      socket
          .getOutputStream()
          .write((String.join("\r\n", request) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
