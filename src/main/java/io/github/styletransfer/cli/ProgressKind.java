package io.github.styletransfer.cli;

/** How a run's progress is shown. */
enum ProgressKind {
  /** A bar on a terminal, else lines. */
  AUTO,
  BAR,
  PLAIN,
  NONE
}
