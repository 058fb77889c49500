package io.github.styletransfer.job;

/** What evaluates the losses. */
public enum EngineKind {
  /** oneDNN where it can be loaded, else SameDiff. */
  AUTO,
  /** oneDNN's primitives, on a plan made for the model. */
  ONEDNN,
  /** SameDiff's own session. */
  SAMEDIFF
}
