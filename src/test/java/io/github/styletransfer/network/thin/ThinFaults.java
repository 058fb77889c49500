package io.github.styletransfer.network.thin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.styletransfer.network.NetworkFileException;
import java.nio.file.Path;

/** What the loader says about a file. */
final class ThinFaults {
  private static final String PLACE =
      " with 'style-transfer fetch thin', or from its authors' repository"
          + " (github.com/MingSun-Tse/Collaborative-Distillation, file"
          + " trained_models/wct_se_16x_new/20191109-211322_E20.pth) and place it at"
          + " data/thin-vgg19.pth, or name it with --network.";
  private static final String FILE = "ownload thin-vgg19.pth (4 MB)";

  static final String DOWNLOAD = ". D" + FILE + PLACE;
  static final String OR_DOWNLOAD = ", or d" + FILE + PLACE;
  static final String AGAIN = ". D" + FILE + " again" + PLACE;

  private ThinFaults() {}

  /** Checks the message, which the file's path starts. */
  static void assertFault(Path file, String message) {
    assertThatThrownBy(() -> ThinLoader.load(file))
        .isExactlyInstanceOf(NetworkFileException.class)
        .hasMessage(file + " " + message);
  }
}
