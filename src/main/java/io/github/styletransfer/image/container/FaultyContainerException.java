package io.github.styletransfer.image.container;

import java.io.IOException;

/** A file whose boxes contradict each other, or lack what they need. */
public final class FaultyContainerException extends IOException {
  private static final long serialVersionUID = 1L;

  FaultyContainerException(String message) {
    super(message);
  }

  FaultyContainerException(String message, RuntimeException cause) {
    super(message, cause);
  }
}
