package io.github.styletransfer.run;

import io.github.styletransfer.preview.PreviewServer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's page that stays up after the run, until the person who looks at it has done. */
public final class KeptPreview implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptPreview.class);

  private final AtomicReference<@Nullable PreviewServer> server = new AtomicReference<>();

  /** Takes a server over from its run. */
  void keep(PreviewServer page) {
    server.set(page);
  }

  /** Whether a run has left its page. */
  boolean isKept() {
    return server.get() != null;
  }

  /**
   * Waits until the page is closed, or a signal comes; doesn't wait if no run has left its page.
   *
   * @param signals end the wait, not the process
   */
  public void await(StopSignals signals) {
    PreviewServer page = server.get();
    if (page == null) {
      return;
    }
    StopSignals.Listener listener = signals.listen(code -> page.dismiss());
    try {
      LOG.info(
          "The preview stays at {} until you close its page, or press Ctrl-C here", page.address());
      page.awaitDismissal();
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listener.close();
    }
  }

  @Override
  public void close() {
    PreviewServer page = server.getAndSet(null);
    if (page != null) {
      page.close();
    }
  }
}
