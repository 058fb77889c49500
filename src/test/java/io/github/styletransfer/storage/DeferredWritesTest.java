package io.github.styletransfer.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeferredWritesTest {
  private static final Path ONE = Path.of("one");
  private static final Path TWO = Path.of("two");

  private final List<Path> written = new ArrayList<>();
  private long nanos;
  private boolean full;
  private final DeferredWrites disk = new DeferredWrites(() -> nanos);

  @Test
  void writesAtOnceWhatItCan() {
    assertThat(write(ONE)).isTrue();
    assertThat(written).containsExactly(ONE);
    assertThat(disk.isEmpty()).isTrue();
    assertThat(disk.finish(Duration.ZERO)).isEmpty();
    assertThat(written).containsExactly(ONE);
  }

  @Test
  void triesAgainEveryTenSeconds() {
    full = true;
    assertThat(write(ONE)).isFalse();
    assertThat(disk.isEmpty()).isFalse();
    full = false;
    nanos += Duration.ofSeconds(9).toNanos();
    disk.retry();
    assertThat(written).isEmpty();
    nanos += Duration.ofSeconds(1).toNanos();
    disk.retry();
    assertThat(written).containsExactly(ONE);
    assertThat(disk.isEmpty()).isTrue();
  }

  @Test
  void inTheEndItSaysWhatIsMissing() {
    full = true;
    write(ONE);
    write(TWO);
    write(ONE);

    assertThat(disk.finish(Duration.ZERO)).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(disk.isEmpty()).isTrue();
  }

  @Test
  void inTheEndItWritesWhatItCan() {
    full = true;
    write(ONE);
    full = false;

    assertThat(disk.finish(Duration.ZERO)).isEmpty();
    assertThat(written).containsExactly(ONE);
  }

  @Test
  void saysInWordsWhyAFileWaits() {
    Logger logger = (Logger) LoggerFactory.getLogger(DeferredWrites.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    disk.write(
        ONE,
        () -> {
          throw new NoSuchFileException("/gone/one");
        });
    logger.detachAppender(log);

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            ONE
                + " can't be written at the moment (no such file or folder): it is kept in memory,"
                + " and the program will try again later");
  }

  private boolean write(Path file) {
    return disk.write(
        file,
        () -> {
          if (full) {
            throw new IOException(file + " can't be written (no space left on device)");
          }
          written.add(file);
        });
  }
}
