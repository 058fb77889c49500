package io.github.styletransfer.network;

import java.io.IOException;

/** What is wrong with a network file, said so that it follows the file's name. */
final class NetworkFault extends IOException {
  private static final long serialVersionUID = 1L;

  NetworkFault(String what) {
    super(what);
  }
}
