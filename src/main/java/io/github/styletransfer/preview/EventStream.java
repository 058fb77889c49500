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

  /** After the run it tells soon whether the page is still there. */
  private static final long STAYING_HEARTBEAT_MILLIS = 1000;

  private final RunView view;
  private final Semaphore places = new Semaphore(MOST_PAGES);

  EventStream(RunView view) {
    this.view = view;
  }

  /** Serves one page until it is closed, or the run is over and pages don't stay. */
  void serve(HttpExchange exchange) throws IOException {
    if (!places.tryAcquire()) {
      Answer.send(exchange, Answer.BUSY);
      return;
    }
    view.viewers().came();
    try {
      Answer.begin(exchange, "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(Answer.OK, 0);
      send(exchange.getResponseBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      view.viewers().went();
      places.release();
    }
  }

  private void send(OutputStream out) throws IOException, InterruptedException {
    long known = -1;
    int told = 0;
    boolean last = false;
    long heartbeat = HEARTBEAT_MILLIS;
    while (!last) {
      RunView.Versioned next = view.next(known, heartbeat);
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
      last = next.status().isLast();
      heartbeat = next.status().isOver() ? STAYING_HEARTBEAT_MILLIS : HEARTBEAT_MILLIS;
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
