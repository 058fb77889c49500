package io.github.styletransfer.console;

/** What a bar needs to know of the window that it is drawn in. */
interface Screen {
  /** How wide the window is at this moment. */
  int columns();

  /** Whether this process may draw, and not a shell to which Ctrl-Z has led. */
  boolean isInForeground();
}
