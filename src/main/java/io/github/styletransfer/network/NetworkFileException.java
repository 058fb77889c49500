package io.github.styletransfer.network;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A network file that can't be used. The message is for the user: it names the file, says what is
 * wrong with it and what to do.
 */
public final class NetworkFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Puts the message together.
   *
   * @param network that should have been in the file
   */
  public NetworkFileException(Path file, NetworkFault fault, PublishedNetwork network) {
    super(file + " " + fault.sentences(network), fault);
  }
}
