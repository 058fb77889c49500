package io.github.styletransfer.engine;

/** What runs a graph. */
public enum Executor {
  /** oneDNN, by a program read off the graph. */
  ONEDNN,
  /** SameDiff's own session, in float32 alone. */
  SAMEDIFF
}
