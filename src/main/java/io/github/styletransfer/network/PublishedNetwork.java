package io.github.styletransfer.network;

import java.nio.file.Path;

/** A network that others have trained and published, and the file it comes in. */
public enum PublishedNetwork {
  /** VGG-19 as the MatConvNet project published it; today's build. */
  VGG19(
      PublishedBuild.FILE_NAME,
      "about 535 MB",
      "Creative Commons Attribution, Visual Geometry Group, Oxford",
      "style-transfer fetch",
      "the MatConvNet site (" + PublishedBuild.PAGE + ")",
      PublishedBuild.CURRENT_URL,
      PublishedBuild.CURRENT_BYTES,
      PublishedBuild.CURRENT_SHA256),

  /**
   * VGG-19 up to relu5_1 distilled to a quarter of its channels, by Wang, Li, Wang, Hu and Yang
   * (Collaborative Distillation for Ultra-Resolution Universal Style Transfer, CVPR 2020).
   */
  THIN(
      PublishedNetwork.THIN_NAME,
      "4 MB",
      "MIT, Copyright (c) 2020 Huan Wang",
      "style-transfer fetch thin",
      "its authors' repository (github.com/MingSun-Tse/Collaborative-Distillation, file"
          + " trained_models/wct_se_16x_new/20191109-211322_E20.pth)",
      "https://raw.githubusercontent.com/MingSun-Tse/Collaborative-Distillation/"
          + "4a269dc90020721ef9b279b2926c62f5bcd6d209/"
          + "trained_models/wct_se_16x_new/20191109-211322_E20.pth",
      3_862_288,
      "9417c34d0d8d621bc6af78be745f1b8d30f5f210efa01e50655c60eb3770816b");

  private static final String FOLDER = "data/";
  private static final String THIN_NAME = "thin-vgg19.pth";

  /** Where the program looks for the thin network. */
  public static final String THIN_DEFAULT_FILE = FOLDER + THIN_NAME;

  private final String fileName;
  private final String size;
  private final String licence;
  private final String command;
  private final String source;
  private final String url;
  private final long bytes;
  private final String sha256;

  PublishedNetwork(
      String fileName,
      String size,
      String licence,
      String command,
      String source,
      String url,
      long bytes,
      String sha256) {
    this.fileName = fileName;
    this.size = size;
    this.licence = licence;
    this.command = command;
    this.source = source;
    this.url = url;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /**
   * The network that is in a file, or should be: by its first bytes if they are of a PyTorch or
   * MATLAB file, of whatever name; otherwise, also if it can't be read, by its name.
   */
  public static PublishedNetwork ofFile(Path file) {
    return FileFormat.ofContent(file).orElseGet(() -> FileFormat.ofName(file)).network();
  }

  /** The name of the file here, whatever it is where it comes from. */
  public String fileName() {
    return fileName;
  }

  /** Where the program looks for the file. */
  public String defaultFile() {
    return FOLDER + fileName;
  }

  /** The size of the file in words, such as {@code about 535 MB}. */
  public String size() {
    return size;
  }

  /** The licence that its weights are published under, and by whom, in words. */
  public String licence() {
    return licence;
  }

  /** The program's command that downloads it. */
  public String command() {
    return command;
  }

  /** Who has it, in words, with the address of a page. */
  public String source() {
    return source;
  }

  /** Where the file itself is. */
  public String url() {
    return url;
  }

  /** The length of the file in bytes. */
  public long bytes() {
    return bytes;
  }

  /** The SHA-256 of the file, in lower-case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }
}
