package io.github.styletransfer.network;

/** What a user can do about a network file that is of no use. */
public enum Remedy {
  DOWNLOAD("Download {file}{place}"),
  DOWNLOAD_AGAIN("Download {file} again{place}"),
  LFS_PULL("Run 'git lfs pull' in the repository it comes from, or download {file}{place}"),
  SAVE_AS_V7("Save it in MATLAB with the option -v7, or download {file}{place}"),
  UNPACK("Unpack it if the network is inside, or download {file}{place}"),
  NAME_THE_FILE("Give the path of the file itself, such as {default}."),
  ALLOW_READING("Change the permissions of the file or of its folder."),
  CHECK_DISK("Check the disk it is on."),
  MORE_MEMORY("Allow Java more memory, with -Xmx.");

  private final String text;

  Remedy(String text) {
    this.text = text;
  }

  /** A sentence for the user, about the file of a network. */
  String text(PublishedNetwork network) {
    return text.replace("{file}", network.fileName() + " (" + network.size() + ")")
        .replace(
            "{place}",
            " with '"
                + network.command()
                + "', or from "
                + network.source()
                + " and place it at {default}, or name it with --network.")
        .replace("{default}", network.defaultFile());
  }
}
