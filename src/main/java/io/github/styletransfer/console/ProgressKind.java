package io.github.styletransfer.console;

/** How a run's progress is shown. */
public enum ProgressKind {
  /** A bar on a terminal, else lines. */
  AUTO,
  /** A bar. */
  BAR,
  /** Lines of the log every few seconds. */
  PLAIN,
  /** Not at all. */
  NONE
}
