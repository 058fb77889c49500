package io.github.styletransfer.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Sends the run's status to a page whenever it has changed, as server-sent events (WHATWG HTML,
 * section 9.2). A page that reads slowly gets fewer of them.
 */
final class EventStream {
  private static final int MOST_PAGES = 16;
  private static final long PAUSE_MILLIS = 200;
  private static final long HEARTBEAT_MILLIS = 5000;

  private final RunView view;
  private final Semaphore places = new Semaphore(MOST_PAGES);

  EventStream(RunView view) {
    this.view = view;
  }

  /** Serves one page until it is closed or the run is over. */
  void serve(HttpExchange exchange) throws IOException {
    if (!places.tryAcquire()) {
      Answer.send(exchange, Answer.BUSY);
      return;
    }
    view.viewerCame();
    try {
      Answer.begin(exchange, "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(Answer.OK, 0);
      send(exchange.getResponseBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      view.viewerWent();
      places.release();
    }
  }

  private void send(OutputStream out) throws IOException, InterruptedException {
    long known = -1;
    int told = 0;
    boolean ended = false;
    while (!ended) {
      RunView.Versioned next = view.next(known, HEARTBEAT_MILLIS);
      String event =
          next.version() == known
              ? ": nothing new\n\n"
              : "data: "
                  + next.status().json(known < 0 ? view.beginning() : view.since(told))
                  + "\n\n";
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
      known = next.version();
      told = next.status().measured();
      ended = next.status().isOver();
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
