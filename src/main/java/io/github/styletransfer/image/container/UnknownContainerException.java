package io.github.styletransfer.image.container;

import java.io.IOException;

/** A sound file that is put together in a way that isn't known here. */
public final class UnknownContainerException extends IOException {
  private static final long serialVersionUID = 1L;

  UnknownContainerException(String message) {
    super(message);
  }
}
