package io.github.styletransfer.network.vgg;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.network.NetworkFileException;
import java.nio.file.Path;

/** What the loader says about a file. */
final class Faults {
  private static final String PLACE =
      " with 'style-transfer fetch', or from the MatConvNet site"
          + " (vlfeat.org/matconvnet/pretrained) and place it at"
          + " data/imagenet-vgg-verydeep-19.mat, or name it with --network.";
  private static final String FILE = "ownload imagenet-vgg-verydeep-19.mat (about 535 MB)";

  static final String DOWNLOAD = ". D" + FILE + PLACE;
  static final String OR_DOWNLOAD = ", or d" + FILE + PLACE;
  static final String AGAIN = ". D" + FILE + " again" + PLACE;

  private Faults() {}

  /** Checks the message, which the file's path starts. */
  static void assertFault(Path file, String message) {
    assertThatThrownBy(() -> new VggLoader().load(file, KernelLayout.WH))
        .isExactlyInstanceOf(NetworkFileException.class)
        .hasMessage(file + " " + message);
  }
}
