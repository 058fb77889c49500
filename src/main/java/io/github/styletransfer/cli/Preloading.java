package io.github.styletransfer.cli;

import io.github.styletransfer.image.read.ImageReader;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/** What every run needs, loaded in threads of its own while the command line is read. */
final class Preloading {
  private final CompletableFuture<Void> log = new CompletableFuture<>();

  private Preloading() {}

  /** Begins. */
  static Preloading begin() {
    Preloading loading = new Preloading();
    Thread thread = new Thread(loading::load, "preloading");
    thread.setDaemon(true);
    thread.start();
    return loading;
  }

  private void load() {
    try {
      LoggerFactory.getILoggerFactory();
    } finally {
      log.complete(null);
    }
    ImageReader.preload();
  }

  /** Waits until the log is set up; before that, it can't be told how much to say. */
  void awaitLog() {
    log.join();
  }
}
