package io.github.styletransfer.network;

/** What a user can do about a network file that is of no use. */
public enum Remedy {
  DOWNLOAD("Download " + Text.FILE + Text.PLACE),
  DOWNLOAD_AGAIN("Download " + Text.FILE + " again" + Text.PLACE),
  LFS_PULL(
      "Run 'git lfs pull' in the repository it comes from, or download " + Text.FILE + Text.PLACE),
  SAVE_AS_V7("Save it in MATLAB with the option -v7, or download " + Text.FILE + Text.PLACE),
  UNPACK("Unpack it if the network is inside, or download " + Text.FILE + Text.PLACE),
  NAME_THE_FILE("Give the path of the file itself, such as " + PublishedBuild.DEFAULT_FILE + "."),
  ALLOW_READING("Change the permissions of the file or of its folder."),
  CHECK_DISK("Check the disk it is on."),
  MORE_MEMORY("Allow Java more memory, with -Xmx.");

  private final String text;

  Remedy(String text) {
    this.text = text;
  }

  /** A sentence for the user. */
  String text() {
    return text;
  }

  private static final class Text {
    static final String FILE = PublishedBuild.FILE_NAME + " (about 535 MB)";
    static final String PLACE =
        " with 'style-transfer fetch', or from the MatConvNet site ("
            + PublishedBuild.PAGE
            + ") and place it at "
            + PublishedBuild.DEFAULT_FILE
            + ", or name it with --network.";
  }
}
