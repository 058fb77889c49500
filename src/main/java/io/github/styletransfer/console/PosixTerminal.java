package io.github.styletransfer.console;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;

/** What the C library knows of terminals, POSIX.1-2001 and {@code ioctl}. */
interface PosixTerminal extends Library {
  /** 1 if the file is a terminal. */
  int isatty(int file);

  /** The terminal's foreground process group, or -1. */
  int tcgetpgrp(int file);

  /** The process group of this process. */
  int getpgrp();

  /** 0 if the request succeeded. */
  int ioctl(int file, NativeLong request, Object... arguments);
}
