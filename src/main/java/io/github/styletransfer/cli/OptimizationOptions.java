package io.github.styletransfer.cli;

import io.github.styletransfer.optimize.AdamSettings;
import picocli.CommandLine.Option;

/** What is minimised, and how. */
final class OptimizationOptions {
  @Option(
      names = "--content-weight",
      paramLabel = "W",
      order = 30,
      defaultValue = "5",
      description = "Weight of the content loss (default: ${DEFAULT-VALUE}).")
  double contentWeight;

  @Option(
      names = "--style-weight",
      paramLabel = "W",
      order = 31,
      defaultValue = "500",
      description = "Weight of the style loss (default: ${DEFAULT-VALUE}).")
  double styleWeight;

  @Option(
      names = "--tv-weight",
      paramLabel = "W",
      order = 32,
      defaultValue = "100",
      description = "Weight of the total variation loss (default: ${DEFAULT-VALUE}).")
  double tvWeight;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      order = 33,
      defaultValue = "1000",
      description = "Updates of the image (default: ${DEFAULT-VALUE}).")
  int iterations;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      order = 34,
      defaultValue = "10",
      description = "Adam's step size in grey levels (default: ${DEFAULT-VALUE}).")
  double learningRate;

  @Option(
      names = "--beta1",
      paramLabel = "B",
      order = 35,
      defaultValue = "0.9",
      description = "Adam's decay of the first moment (default: ${DEFAULT-VALUE}).")
  double beta1;

  @Option(
      names = "--beta2",
      paramLabel = "B",
      order = 36,
      defaultValue = "0.999",
      description = "Adam's decay of the second moment (default: ${DEFAULT-VALUE}).")
  double beta2;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      order = 37,
      defaultValue = "1e-8",
      description = "Adam's epsilon (default: ${DEFAULT-VALUE}).")
  double epsilon;

  AdamSettings adam() {
    return new AdamSettings(learningRate, beta1, beta2, epsilon);
  }
}
