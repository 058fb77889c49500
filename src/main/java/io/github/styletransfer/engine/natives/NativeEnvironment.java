package io.github.styletransfer.engine.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The environment variables that native libraries of this process see. */
final class NativeEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

  private NativeEnvironment() {}

  /** The C library, POSIX.1-2001. */
  interface CLibrary extends Library {
    /**
     * Sets a variable; one that exists stays when overwrite is 0.
     *
     * @return 0 if it is set
     */
    int setenv(String name, String value, int overwrite);
  }

  /** Sets a variable that isn't set; on Windows, and where it can't be done, nothing happens. */
  static void setDefault(String name, String value) {
    set(name, value, false);
  }

  /** Sets a variable; on Windows, and where it can't be done, nothing happens. */
  static void set(String name, String value) {
    set(name, value, true);
  }

  private static void set(String name, String value, boolean overwrite) {
    if (Platform.isWindows()) {
      return;
    }
    try {
      Native.load("c", CLibrary.class).setenv(name, value, overwrite ? 1 : 0);
    } catch (LinkageError e) {
      LOG.debug("The environment variable {} can't be set", name, e);
    }
  }
}
