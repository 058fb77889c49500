package io.github.styletransfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** What any message to a user about a file has in common. */
public final class UserMessage {
  private static final int LONGEST = 1000;

  private UserMessage() {}

  /** Checks that a file was refused for what it holds, in printable sentences that name it. */
  public static void assertRefusalOf(Path file, Exception refusal) {
    assertThat(refusal.getMessage())
        .startsWith(file + " ")
        .endsWith(".")
        .hasSizeLessThan(LONGEST)
        .matches("\\P{Cntrl}*")
        .doesNotContain("doesn't fit into");
  }
}
