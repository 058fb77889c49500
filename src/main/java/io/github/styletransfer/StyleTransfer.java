package io.github.styletransfer;

import io.github.styletransfer.cli.CommandLineRunner;

/** Entry point of the program. */
public final class StyleTransfer {
  private StyleTransfer() {}

  /** Runs the command line and ends the virtual machine with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandLineRunner.runProcess(args));
  }
}
