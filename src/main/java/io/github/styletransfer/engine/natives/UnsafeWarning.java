package io.github.styletransfer.engine.natives;

import java.lang.reflect.Method;
import org.slf4j.LoggerFactory;

/**
 * The warning of Java 24 and newer that a library, such as JavaCPP, calls {@code sun.misc.Unsafe}.
 * The person at the terminal can do nothing about it, a jar's manifest can't switch it off, and it
 * comes with {@code --quiet}, too.
 */
final class UnsafeWarning {
  /** The first Java that warns. */
  private static final int WARNING = 24;

  private UnsafeWarning() {}

  /** Tells Java that it has warned already; older and newer ones know no such thing. */
  static void mute() {
    if (Runtime.version().feature() < WARNING) {
      return;
    }
    try {
      Method warned =
          Class.forName("sun.misc.Unsafe").getDeclaredMethod("trySetMemoryAccessWarned");
      warned.setAccessible(true);
      warned.invoke(null);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Where nothing goes wrong, no log is set up for it: that takes longer than all of this.
      LoggerFactory.getLogger(UnsafeWarning.class)
          .debug("This Java doesn't warn of sun.misc.Unsafe, or can't be kept from it", e);
    }
  }
}
