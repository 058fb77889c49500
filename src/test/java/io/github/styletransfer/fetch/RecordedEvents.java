package io.github.styletransfer.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Keeps what a listener hears, progress aside. */
final class RecordedEvents implements DownloadListener {
  private final List<String> events = new ArrayList<>();
  private long last;

  List<String> all() {
    return events;
  }

  /** The bytes that the last report of progress named. */
  long last() {
    return last;
  }

  @Override
  public void alreadyThere(Path target) {
    events.add("there");
  }

  @Override
  public void replaces(Path target) {
    events.add("replaces");
  }

  @Override
  public void startsAfresh(String why) {
    events.add("afresh: " + why);
  }

  @Override
  public void started(long have, OptionalLong total) {
    events.add("started " + have + "/" + (total.isPresent() ? total.getAsLong() : "?"));
  }

  @Override
  public void advanced(long have) {
    last = have;
  }

  @Override
  public void stopped() {
    events.add("stopped");
  }

  @Override
  public void interrupted(String what, Duration pause) {
    events.add("interrupted, " + pause.toMillis() + " ms: " + what);
  }

  @Override
  public void verifies() {
    events.add("verifies");
  }
}
