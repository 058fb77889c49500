package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.job.ExitCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code --preview}, as a page sees a whole run. */
@Timeout(120)
class PreviewedRunTest extends ProgramFixture {
  private final HttpClient client = HttpClient.newHttpClient();

  private URI page;

  @BeforeEach
  void prepare() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      page = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
    }
  }

  @Test
  void theEndOfAStoppedRunIsToldWhenItsImageAndStateAreSaved() throws Exception {
    Thread run = start("--iterations=1000000", "--checkpoints=0");
    Iterator<String> events = events();
    awaitAnIteration(events);
    post("stop");
    String last = last(events);

    Matcher saved = Pattern.compile("\"end\":\"Stopped: saved (o_\\d+\\.png)\"").matcher(last);
    assertThat(saved.find()).as(last).isTrue();
    assertThat(folder.resolve("output").resolve(saved.group(1))).exists();
    assertThat(folder.resolve("logs/o.png/state.bin")).exists();
    assertThat(last)
        .contains(
            saved.group(1) + ". To continue, run the same command with --resume\"",
            "\"ended\":true");
    run.join();
    assertThat(program.exitCode()).isEqualTo(130);
  }

  @Test
  void aStoppedRunThatKeepsNoStateDoesNotOfferToGoOn() throws Exception {
    Thread run = start("--iterations=1000000", "--checkpoints=0", "--save-state-every=0");
    Iterator<String> events = events();
    awaitAnIteration(events);
    post("stop");

    assertThat(last(events)).contains("\"end\":\"Stopped: ").doesNotContain("--resume");
    run.join();
  }

  @Test
  void aPageThatIsKeptServesTheResultUntilItIsClosed() throws Exception {
    Thread run = start("--iterations=2", "--checkpoints=0", "--preview-keep");
    Iterator<String> events = events();
    String last = "";
    while (!last.contains("\"stays\":true")) {
      last = events.next();
    }
    assertThat(last).contains("\"end\":\"Finished: saved o.png\"", "\"file\":\"o.png\"");
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(page.resolve("download")).build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .body())
        .isEqualTo(Files.readAllBytes(folder.resolve("output/o.png")));
    while (!program.out().endsWith("o.png\n")) {
      Thread.sleep(20);
    }
    assertThat(folder.resolve("logs/o.png/.lock")).doesNotExist();
    assertThat(run.isAlive()).isTrue();
    post("close");
    run.join();
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void aRunThatItsPageHasStoppedKeepsThePageToo() throws Exception {
    Thread run = start("--iterations=1000000", "--checkpoints=0", "--preview-keep");
    Iterator<String> events = events();
    awaitAnIteration(events);
    post("stop");
    while (!events.next().contains("\"stays\":true")) {
      // It is saving.
    }
    post("close");
    run.join();
    assertThat(program.exitCode()).isEqualTo(130);
  }

  @Test
  void aRunThatFailsKeepsNoPage() throws Exception {
    Thread run =
        start("--iterations=30", "--checkpoints=0", "--preview-keep", "--style-weight=1e300");
    run.join();
    assertThat(program.exitCode()).isEqualTo(ExitCode.DIVERGED.code());
  }

  private Thread start(String... more) {
    String[] args =
        Stream.concat(
                Stream.of(more),
                Stream.of("--output=o.png", "--preview=" + page.getPort(), "--seed=3"))
            .toArray(String[]::new);
    Thread run = new Thread(() -> program.run(Program.goldenArgs(GoldenCase.EVEN_MAX, args)));
    run.start();
    return run;
  }

  private Iterator<String> events() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(page.resolve("events")).build();
    while (true) {
      try {
        return client
            .send(request, HttpResponse.BodyHandlers.ofLines())
            .body()
            .filter(line -> line.startsWith("data: "))
            .iterator();
      } catch (ConnectException e) {
        Thread.sleep(50);
      }
    }
  }

  private static void awaitAnIteration(Iterator<String> events) {
    while (events.next().contains("\"measured\":0,")) {
      // The next one comes by itself.
    }
  }

  private void post(String path) throws Exception {
    String html =
        client
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher token = Pattern.compile("name=\"preview-token\" content=\"(\\w+)\"").matcher(html);
    assertThat(token.find()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve(path))
            .header("X-Preview-Token", token.group(1))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(202);
  }

  private static String last(Iterator<String> events) {
    String last = "";
    while (events.hasNext()) {
      last = events.next();
    }
    return last;
  }
}
