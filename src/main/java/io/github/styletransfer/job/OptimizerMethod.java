package io.github.styletransfer.job;

/** The value of {@code --optimizer}. */
public enum OptimizerMethod {
  ADAM,
  LBFGS
}
