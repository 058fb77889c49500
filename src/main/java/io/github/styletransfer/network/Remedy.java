package io.github.styletransfer.network;

/** What a user can do about a network file that is of no use. */
enum Remedy {
  DOWNLOAD("Download " + Text.FILE + " from " + Text.PLACE),
  DOWNLOAD_AGAIN("Download " + Text.FILE + " again from " + Text.PLACE),
  LFS_PULL("Run 'git lfs pull' where it comes from, or download " + Text.FILE_FROM_PLACE),
  SAVE_AS_V7("Save it in MATLAB with the option -v7, or download " + Text.FILE_FROM_PLACE),
  UNPACK("Unpack it if the network is inside, or download " + Text.FILE_FROM_PLACE),
  NAME_THE_FILE("Give the path of the file itself, such as data/imagenet-vgg-verydeep-19.mat."),
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
    static final String FILE = "imagenet-vgg-verydeep-19.mat (about 535 MB)";
    static final String PLACE =
        "the MatConvNet site (vlfeat.org/matconvnet/pretrained) and place it at"
            + " data/imagenet-vgg-verydeep-19.mat, or name it with --network.";
    static final String FILE_FROM_PLACE = FILE + " from " + PLACE;
  }
}
