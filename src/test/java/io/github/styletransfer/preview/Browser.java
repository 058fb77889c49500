package io.github.styletransfer.preview;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Headless Chromium, by its DevTools protocol. */
public final class Browser implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final WebSocket socket;
  private final Inbox inbox;
  private int last;

  private Browser(Process process, WebSocket socket, Inbox inbox) {
    this.process = process;
    this.socket = socket;
    this.inbox = inbox;
  }

  /** Starts it with a profile of its own. */
  public static Browser start(Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path portFile = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE_SECONDS * 20 && lines(portFile).size() < 2; i++) {
      Thread.sleep(50);
    }
    String port = lines(portFile).get(0);
    HttpClient client = HttpClient.newHttpClient();
    String targets =
        client
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String url =
        JSON.std.listFrom(targets).stream()
            .map(target -> (Map<?, ?>) target)
            .filter(target -> Objects.equals(target.get("type"), "page"))
            .map(target -> String.valueOf(target.get("webSocketDebuggerUrl")))
            .findFirst()
            .orElseThrow();
    Inbox inbox = new Inbox();
    Browser browser =
        new Browser(
            process, client.newWebSocketBuilder().buildAsync(URI.create(url), inbox).join(), inbox);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      browser.call(domain + ".enable", Map.of());
    }
    return browser;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  void screen(int width, int height, double density, boolean dark) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", height, "deviceScaleFactor", density, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Goes to a page. */
  public void open(URI address) throws Exception {
    call("Page.navigate", Map.of("url", address.toString()));
  }

  /** The value of a JavaScript expression. */
  public Object evaluate(String expression) throws Exception {
    Map<?, ?> answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    return Objects.requireNonNull(object(answer, "result").get("value"), expression);
  }

  /** Waits until a JavaScript expression is true. */
  public void await(String expression) throws Exception {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      String safe = "(() => { try { return " + expression + " } catch { return false } })()";
      if (evaluate(safe).equals(true)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never true: " + expression);
  }

  void screenshot(Path file) throws Exception {
    Map<?, ?> answer =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
  }

  /** What the page complained about, in the console or of the network. */
  List<String> complaints() {
    return inbox.complaints;
  }

  /** All addresses that the page asked for. */
  List<String> requests() {
    return inbox.requests;
  }

  private Map<?, ?> call(String method, Map<String, Object> parameters) throws Exception {
    int id = ++last;
    socket
        .sendText(JSON.std.asString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    while (true) {
      Map<String, Object> answer = inbox.answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("no answer to " + method);
      }
      if (Objects.equals(answer.get("id"), id)) {
        return object(answer, "result");
      }
    }
  }

  private static Map<?, ?> object(Map<?, ?> json, String key) {
    return (Map<?, ?>) Objects.requireNonNull(json.get(key), json.toString());
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static final class Inbox implements WebSocket.Listener {
    private final BlockingQueue<Map<String, Object>> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean complete) {
      text.append(part);
      if (complete) {
        receive(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return java.util.concurrent.CompletableFuture.completedFuture(null);
    }

    private void receive(String message) {
      try {
        Map<String, Object> event = JSON.std.mapFrom(message);
        if (event.containsKey("id")) {
          answers.add(event);
        } else {
          note(String.valueOf(event.get("method")), message, object(event, "params"));
        }
      } catch (IOException e) {
        complaints.add(e.toString());
      }
    }

    private void note(String method, String message, Map<?, ?> parameters) {
      switch (method) {
        case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
            complaints.add(message);
        case "Network.requestWillBeSent" ->
            requests.add(String.valueOf(object(parameters, "request").get("url")));
        default -> {
          // Of no interest.
        }
      }
    }
  }
}
