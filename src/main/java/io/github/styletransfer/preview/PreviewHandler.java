package io.github.styletransfer.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.styletransfer.image.RgbImage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests. */
final class PreviewHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewHandler.class);

  private final PreviewSubject subject;
  private final RunView view;
  private final EventStream events;
  private final OpenRequests requests;
  private final RequestGuard guard;
  private final Runnable stop;

  /**
   * Answers for a run.
   *
   * @param requests counts them
   * @param stop asks the run to stop
   */
  PreviewHandler(
      PreviewSubject subject,
      RunView view,
      OpenRequests requests,
      RequestGuard guard,
      Runnable stop) {
    this.subject = subject;
    this.view = view;
    this.events = new EventStream(view);
    this.requests = requests;
    this.guard = guard;
    this.stop = stop;
  }

  @Override
  public void handle(HttpExchange exchange) {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!guard.allows(exchange)) {
        Answer.send(exchange, Answer.FORBIDDEN);
      } else if (path.equals("/events") && isRead(exchange)) {
        events.serve(exchange);
      } else {
        requests.begin();
        try {
          answer(exchange, path);
        } finally {
          requests.end();
        }
      }
    } catch (IOException e) {
      LOG.trace("A page was closed", e);
    }
  }

  private static boolean isRead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/stop" -> stop(exchange);
      case "/close" -> close(exchange);
      default -> {
        if (isRead(exchange)) {
          serve(exchange, path);
        } else {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD");
          Answer.send(exchange, Answer.WRONG_METHOD);
        }
      }
    }
  }

  private void serve(HttpExchange exchange, String path) throws IOException {
    Optional<String> type = PreviewPage.type(path);
    if (type.isPresent()) {
      Answer.send(exchange, Answer.OK, type.get(), PreviewPage.file(path));
      return;
    }
    switch (path) {
      case "/" ->
          Answer.send(
              exchange,
              Answer.OK,
              "text/html; charset=utf-8",
              PreviewPage.html(subject, guard.token(), view.run()));
      case "/content" -> send(exchange, WebImage.reduced(subject.content()));
      case "/content-full" -> send(exchange, WebImage.full(subject.content()));
      case "/image" -> {
        ShownImage image = view.image();
        send(exchange, image == null ? null : WebImage.reduced(image.image()));
      }
      case "/image-full" -> {
        ShownImage image = view.image();
        send(exchange, image == null ? null : WebImage.full(image.image()));
      }
      case "/download" -> download(exchange);
      case "/favicon.ico" -> Answer.send(exchange, Answer.NO_CONTENT);
      default -> {
        RgbImage style = style(path);
        send(exchange, style == null ? null : WebImage.reduced(style));
      }
    }
  }

  /** The painting at an address of the server's; null if there is none. */
  private @Nullable RgbImage style(String path) {
    for (int i = 0; i < subject.styles().size(); i++) {
      if (path.equals("/" + PreviewPage.styleName(i))) {
        return subject.styles().get(i);
      }
    }
    return null;
  }

  private static void send(HttpExchange exchange, @Nullable WebImage image) throws IOException {
    if (image == null) {
      Answer.send(exchange, Answer.NOT_FOUND);
    } else {
      Answer.send(exchange, Answer.OK, image.type(), image.bytes());
    }
  }

  private void download(HttpExchange exchange) throws IOException {
    Optional<Download> download = view.download();
    if (download.isEmpty()) {
      Answer.send(exchange, Answer.NOT_FOUND);
    } else {
      download.get().send(exchange);
    }
  }

  private void stop(HttpExchange exchange) throws IOException {
    if (isRefused(exchange)) {
      return;
    }
    if (view.isOver()) {
      Answer.send(exchange, Answer.CONFLICT);
    } else {
      stop.run();
      view.stopping();
      Answer.send(exchange, Answer.ACCEPTED);
    }
  }

  private void close(HttpExchange exchange) throws IOException {
    if (isRefused(exchange)) {
      return;
    }
    if (view.stays()) {
      Answer.send(exchange, Answer.ACCEPTED);
      view.viewers().dismiss();
    } else {
      Answer.send(exchange, Answer.CONFLICT);
    }
  }

  /** Answers a request that may not ask for anything. */
  private boolean isRefused(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      Answer.send(exchange, Answer.WRONG_METHOD);
      return true;
    }
    if (!guard.hasToken(exchange)) {
      Answer.send(exchange, Answer.FORBIDDEN);
      return true;
    }
    return false;
  }
}
