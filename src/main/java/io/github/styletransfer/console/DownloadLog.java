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
   * @param meter shows how many bytes have come
   */
  public DownloadLog(ProgressMeter meter) {
    this.meter = meter;
  }

  @Override
  public void alreadyThere(Path target) {
    LOG.info("{} is there already, and whole: nothing to do", target);
  }

  @Override
  public void replaces(Path target) {
    LOG.warn(
        "{} is another file than the one wanted: it is replaced once that has come whole. Stop"
            + " with Ctrl-C to keep it, and pass --output to have both",
        target);
  }

  @Override
  public void startsAfresh(String why) {
    LOG.warn("{}. Loading it from its start", why);
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
    LOG.warn("{}. Going on in {} s", what, pause.toSeconds());
  }

  @Override
  public void verifies() {
    LOG.info("Checking the SHA-256");
  }
}
