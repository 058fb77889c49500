package io.github.styletransfer.console;

/** How a run's progress is shown. */
public enum ProgressKind {
  /** A bar on a terminal, else lines. */
  AUTO,
  /** A bar. */
  BAR,
  /** Log lines every few seconds. */
  PLAIN,
  /** Not at all. */
  NONE
}
