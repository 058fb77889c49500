package io.github.styletransfer.model.loss;

/** Which of a run's images a loss takes its targets from. */
public enum TargetImage {
  /** The photo. */
  CONTENT,
  /** The painting. */
  STYLE
}
