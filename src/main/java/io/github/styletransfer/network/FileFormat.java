package io.github.styletransfer.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The formats that networks come in. */
enum FileFormat {
  MATLAB(PublishedNetwork.VGG19),
  PYTORCH(PublishedNetwork.THIN);

  /** PyTorch writes this file into its archives before any other. */
  private static final String PICKLE_IN_ARCHIVE = "/data.pkl";

  private final PublishedNetwork network;

  FileFormat(PublishedNetwork network) {
    this.network = network;
  }

  /** The network that comes in it. */
  PublishedNetwork network() {
    return network;
  }

  /** The format that a file's first bytes are of; empty if it is another, or no file to be read. */
  static Optional<FileFormat> ofContent(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ofStart(in.readNBytes(FileSignature.START_BYTES));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<FileFormat> ofStart(byte[] start) {
    String text = FileSignature.text(start);
    if (FileSignature.isPickle(start)
        || (FileSignature.isZip(start) && text.contains(PICKLE_IN_ARCHIVE))) {
      return Optional.of(PYTORCH);
    }
    return text.startsWith("MATLAB") ? Optional.of(MATLAB) : Optional.empty();
  }

  /** The format that a file of this name should have. */
  static FileFormat ofName(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pth") || name.endsWith(".pt") ? PYTORCH : MATLAB;
  }
}
