package io.github.styletransfer.engine.reader;

import java.io.Serial;

/** A graph has an operation, or one in a place, that the reader doesn't know. */
public final class UnsupportedGraphException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public UnsupportedGraphException(String operation, String variable, String reason) {
    super("operation " + operation + " (" + variable + "): " + reason);
  }
}
