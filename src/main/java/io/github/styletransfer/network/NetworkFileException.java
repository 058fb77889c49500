package io.github.styletransfer.network;

import java.io.IOException;
import java.nio.file.Path;

/** A network file that can't be used. The message says what the file is and what to do. */
public final class NetworkFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String REMEDY =
      "Download imagenet-vgg-verydeep-19.mat (535 MB) from vlfeat.org/matconvnet/pretrained and put it"
          + " at data/imagenet-vgg-verydeep-19.mat, or name it with --network.";

  private NetworkFileException(String message) {
    super(message);
  }

  private NetworkFileException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The usual form.
   *
   * @param file the file
   * @param what what is wrong with it, to follow its name
   */
  static NetworkFileException of(Path file, String what) {
    return new NetworkFileException("The network file " + file + " " + what + ". " + REMEDY);
  }

  static NetworkFileException of(Path file, String what, Throwable cause) {
    return new NetworkFileException("The network file " + file + " " + what + ". " + REMEDY, cause);
  }
}
