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

  /** A file's number, or -1. */
  int open(String path, int flags);

  /** Gives a file's number back. */
  int close(int file);

  /** Fills in a terminal's settings, a {@code struct termios}; 0 if it succeeded. */
  int tcgetattr(int file, byte[] settings);

  /** Changes a terminal's settings; 0 if it succeeded. */
  int tcsetattr(int file, int when, byte[] settings);

  /**
   * Waits until a file can be read.
   *
   * @param files a {@code struct pollfd}: the file's number, and what is waited for in the next two
   *     bytes
   * @return how many files can be read
   */
  int poll(int[] files, NativeLong count, int milliseconds);

  /** How many bytes were read. */
  NativeLong read(int file, byte[] bytes, NativeLong count);

  /** How many bytes were written. */
  NativeLong write(int file, byte[] bytes, NativeLong count);
}
