package io.github.styletransfer.job;

/** The value of {@code --method}. */
public enum MethodName {
  NETWORK,
  PATCHES
}
