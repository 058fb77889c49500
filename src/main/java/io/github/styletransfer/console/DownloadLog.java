package io.github.styletransfer.console;

import io.github.styletransfer.fetch.DownloadListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how a download goes; a meter shows its progress. */
public final class DownloadLog implements DownloadListener {
  private static final Logger LOG = LoggerFactory.getLogger(DownloadLog.class);

  private final ProgressMeter meter;

  /**
   * Makes a listener.
   *
   * @param meter shows how many bytes have been received
   */
  public DownloadLog(ProgressMeter meter) {
    this.meter = meter;
  }

  @Override
  public void alreadyThere(Path target) {
    LOG.info("{} is already there and complete: nothing to do", target);
  }

  @Override
  public void replaces(Path target) {
    LOG.warn(
        "{} is a different file: it will be replaced once the download is complete. To keep both,"
            + " stop with Ctrl-C and pass --output",
        target);
  }

  @Override
  public void startsAfresh(String why) {
    LOG.warn("{}. Starting the download again", why);
  }

  @Override
  public void started(long have, OptionalLong total) {
    meter.start(have, total);
  }

  @Override
  public void advanced(long have) {
    meter.advance(have);
  }

  @Override
  public void stopped() {
    meter.stop();
  }

  @Override
  public void interrupted(String what, Duration pause) {
    LOG.warn("{}. Retrying in {} s", what, pause.toSeconds());
  }

  @Override
  public void verifies() {
    LOG.info("Checking the SHA-256");
  }
}
