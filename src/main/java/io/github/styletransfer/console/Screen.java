package io.github.styletransfer.console;

/** What a bar needs to know of the window that it is drawn in. */
interface Screen {
  /** How wide the window is now. */
  int columns();

  /** Whether this process may draw, rather than a shell that Ctrl-Z has returned to. */
  boolean isInForeground();
}
