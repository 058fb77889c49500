package io.github.styletransfer.network;

import java.util.Arrays;
import java.util.Optional;

/** The builds of {@value #FILE_NAME} that the MatConvNet project has published. */
public enum PublishedBuild {
  BETA_16("beta16", "8ee3263992981a1d26e73b3ca028a123"),
  BETA_17("beta17 and beta18", "b9b4a9eb1c2fb3b50e1ec1aca6f22342"),
  BETA_19("beta19 to beta22", "49e623de543b207d57fab0f6eaf79a7e"),
  CURRENT("beta23 to today", "106118b7cf60435e6d8e04f6a6dc3657");

  /** The name of the file in every build. */
  public static final String FILE_NAME = "imagenet-vgg-verydeep-19.mat";

  /** Where the program looks for it. */
  public static final String DEFAULT_FILE = "data/" + FILE_NAME;

  /** The page that describes it. */
  public static final String PAGE = "vlfeat.org/matconvnet/pretrained";

  /** Where today's build is. */
  public static final String CURRENT_URL = "https://www.vlfeat.org/matconvnet/models/" + FILE_NAME;

  /** Length of today's build in bytes. */
  public static final long CURRENT_BYTES = 534_904_783;

  /** The SHA-256 of today's build. */
  public static final String CURRENT_SHA256 =
      "abdb57167f82a2a1fbab1e1c16ad9373411883f262a1a37ee5db2e6fb0044695";

  private final String releases;
  private final String md5;

  PublishedBuild(String releases, String md5) {
    this.releases = releases;
    this.md5 = md5;
  }

  /**
   * Finds a build by the MD5 of its file, in lower-case hexadecimal digits.
   *
   * @return empty if no build has it
   */
  public static Optional<PublishedBuild> ofMd5(String md5) {
    return Arrays.stream(values()).filter(build -> build.md5.equals(md5)).findFirst();
  }

  /** The releases of MatConvNet that it belongs to. */
  public String releases() {
    return releases;
  }
}
