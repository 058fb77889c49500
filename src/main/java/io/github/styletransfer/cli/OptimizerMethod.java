package io.github.styletransfer.cli;

/** The value of {@code --optimizer}. */
enum OptimizerMethod {
  ADAM,
  LBFGS
}
