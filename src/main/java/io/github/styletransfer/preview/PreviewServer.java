package io.github.styletransfer.preview;

import com.sun.net.httpserver.HttpServer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Serves a page on 127.0.0.1 that shows a run in progress and can stop it. All requests are
 * answered by threads of their own.
 */
public final class PreviewServer implements AutoCloseable {
  private static final int MOST_THREADS = 32;
  private static final int IDLE_SECONDS = 10;

  /** After the end, pages load what they need to be of use without the server. */
  private static final long FAREWELL_MILLIS = 700;

  private static final long LONGEST_FAREWELL_MILLIS = 20_000;

  /** Pages that have stayed have loaded it long ago. */
  private static final long LAST_ANSWER_MILLIS = 1000;

  /** How long a page that is loaded again may be away. */
  private static final long GRACE_MILLIS = 10_000;

  private final HttpServer server;
  private final ExecutorService threads;
  private final RunView view;
  private final OpenRequests requests = new OpenRequests();

  private PreviewServer(
      HttpServer server, PreviewSubject subject, Runnable stop, LongSupplier nanoClock) {
    this.server = server;
    this.view = new RunView(subject, nanoClock);
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
    server.createContext(
        "/",
        new PreviewHandler(
            subject, view, requests, new RequestGuard(server.getAddress().getPort()), stop));
    server.setExecutor(threads);
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

  /** Tells the pages that the run is over, and how it ended. */
  public void end(PreviewEnd end) {
    view.end(end);
  }

  /**
   * Waits until a person has done with looking: until a page's close button is pressed, all pages
   * have been closed, or {@link #dismiss} is called. If no page is open, it waits for one.
   */
  public void awaitDismissal() throws InterruptedException {
    awaitDismissal(GRACE_MILLIS);
  }

  /** Waits likewise, and so long for a page that is loaded again. */
  void awaitDismissal(long graceMillis) throws InterruptedException {
    view.viewers().awaitEnd(graceMillis);
  }

  /** Ends the wait for pages. */
  public void dismiss() {
    view.viewers().dismiss();
  }

  /**
   * Ends the server. Pages get the time to learn how the run ended, and to load its image; if
   * nothing was said about that, it failed.
   */
  @Override
  public void close() {
    if (!view.isOver()) {
      view.end(PreviewEnd.failed("The run failed; its terminal says why"));
    }
    try {
      if (view.stays()) {
        requests.awaitQuiet(0, LAST_ANSWER_MILLIS);
      } else if (view.viewers().hasBeen()) {
        requests.awaitQuiet(FAREWELL_MILLIS, LONGEST_FAREWELL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
