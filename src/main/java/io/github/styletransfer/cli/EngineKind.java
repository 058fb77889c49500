package io.github.styletransfer.cli;

/** What evaluates the losses. */
enum EngineKind {
  /** oneDNN where it can be loaded, else SameDiff. */
  AUTO,
  /** oneDNN's primitives, on a plan made for the model. */
  ONEDNN,
  /** SameDiff's own session. */
  SAMEDIFF
}
