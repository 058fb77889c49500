package io.github.styletransfer.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a page on 127.0.0.1 that shows a run in progress and can stop it. All requests are
 * answered by threads of their own.
 */
public final class PreviewServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewServer.class);
  private static final int MOST_THREADS = 32;
  private static final int IDLE_SECONDS = 10;
  private static final long FAREWELL_MILLIS = 700;

  private final HttpServer server;
  private final ExecutorService threads;
  private final PreviewSubject subject;
  private final RunView view;
  private final EventStream events;
  private final RequestGuard guard;
  private final Runnable stop;

  private PreviewServer(
      HttpServer server, PreviewSubject subject, Runnable stop, LongSupplier nanoClock) {
    this.server = server;
    this.subject = subject;
    this.stop = stop;
    this.view = new RunView(subject, nanoClock);
    this.events = new EventStream(view);
    this.guard = new RequestGuard(server.getAddress().getPort());
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "preview");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any that is free
   * @param stop is run, on a thread of the server's, when the stop button is pressed; more than
   *     once if it is pressed again
   * @param nanoClock a clock that counts nanoseconds
   * @throws IOException if the port can't be used
   */
  public static PreviewServer start(
      int port, PreviewSubject subject, Runnable stop, LongSupplier nanoClock) throws IOException {
    HttpServer server;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
    } catch (BindException e) {
      throw new IOException("port " + port + " is in use or not allowed for this user", e);
    }
    PreviewServer preview = new PreviewServer(server, subject, stop, nanoClock);
    server.createContext("/", preview::answer);
    server.setExecutor(preview.threads);
    server.start();
    return preview;
  }

  /** Where the page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The listener that follows the run; it never waits for a page. */
  public TransferListener listener() {
    return view;
  }

  /** Shows the run's last image. */
  public void show(RgbImage image) {
    view.show(image);
  }

  /** Shows a notice beside the numbers, until it is replaced by another. */
  public void say(String text) {
    view.say(text);
  }

  /**
   * Tells the pages that the run is over.
   *
   * @param outcome how it ended, in a few words
   * @param message how it ended, where the image is, and how to continue
   */
  public void end(String outcome, String message) {
    view.end(outcome, message);
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      if (!guard.allows(exchange)) {
        Answer.send(exchange, Answer.FORBIDDEN);
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/stop")) {
        stop(exchange);
      } else if (!exchange.getRequestMethod().equals("GET")
          && !exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        Answer.send(exchange, Answer.WRONG_METHOD);
      } else {
        serve(exchange, path);
      }
    } catch (IOException e) {
      LOG.trace("A page was closed", e);
    }
  }

  private void serve(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/" -> Answer.send(exchange, Answer.OK, "text/html; charset=utf-8", page());
      case "/style.css" ->
          Answer.send(exchange, Answer.OK, "text/css; charset=utf-8", resource("style.css"));
      case "/app.js" ->
          Answer.send(exchange, Answer.OK, "text/javascript; charset=utf-8", resource("app.js"));
      case "/chart.js" ->
          Answer.send(exchange, Answer.OK, "text/javascript; charset=utf-8", resource("chart.js"));
      case "/content" -> send(exchange, subject.content());
      case "/image" -> send(exchange, view.image());
      case "/favicon.ico" -> Answer.send(exchange, Answer.NO_CONTENT);
      case "/events" -> events.serve(exchange);
      default -> send(exchange, style(path));
    }
  }

  /** The painting at an address of the server's; null if there is none. */
  private @Nullable RgbImage style(String path) {
    for (int i = 0; i < subject.styles().size(); i++) {
      if (path.equals("/" + address(i))) {
        return subject.styles().get(i);
      }
    }
    return null;
  }

  private static String address(int style) {
    return style == 0 ? "style" : "style-" + (style + 1);
  }

  private static void send(HttpExchange exchange, @Nullable RgbImage image) throws IOException {
    if (image == null) {
      Answer.send(exchange, Answer.NOT_FOUND);
    } else {
      WebImage encoded = WebImage.of(image);
      Answer.send(exchange, Answer.OK, encoded.type(), encoded.bytes());
    }
  }

  private void stop(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      Answer.send(exchange, Answer.WRONG_METHOD);
    } else if (!guard.hasToken(exchange)) {
      Answer.send(exchange, Answer.FORBIDDEN);
    } else {
      stop.run();
      view.stopping();
      Answer.send(exchange, Answer.ACCEPTED);
    }
  }

  private byte[] page() throws IOException {
    return new String(resource("page.html"), StandardCharsets.UTF_8)
        .replace("${token}", guard.token())
        .replace("${run}", view.run())
        .replace("${title}", escaped(subject.title()))
        .replace("${styles}", styles())
        .getBytes(StandardCharsets.UTF_8);
  }

  private String styles() {
    int count = subject.styles().size();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<figure><img src=\"%s\" alt=\"%s\"><figcaption>Style%s</figcaption></figure>"
                    .formatted(
                        address(i),
                        count == 1 ? "The painting" : "Painting " + (i + 1),
                        count == 1 ? "" : " " + (i + 1)))
        .collect(Collectors.joining("\n        "));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PreviewServer.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  /**
   * Ends the server. Pages get a moment to learn how the run ended; if nothing was said about that,
   * it failed.
   */
  @Override
  public void close() {
    if (!view.isOver()) {
      view.end("Failed", "The run failed; its terminal says why");
    }
    if (view.hasViewers()) {
      try {
        Thread.sleep(FAREWELL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
