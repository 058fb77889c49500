package io.github.styletransfer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final String SHA_256 = "AB".repeat(32);

  @Test
  void takesHashesInCapitals() {
    assertThat(download("http://h/f", SHA_256).sha256()).isEqualTo("ab".repeat(32));
  }

  @Test
  void keepsPartsBesideTheTarget() {
    assertThat(download("HTTPS://h/f", SHA_256).partialFile())
        .isEqualTo(Path.of("data/x.mat.part"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/f", "file:///f", "h/f", "", "https:///f", "http:f"})
  void refusesAddressesThatAreNotOfTheWeb(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> download(url, SHA_256))
        .withMessage(
            "the address must start with https:// or http:// and a host's name, not " + url);
  }

  @Test
  void refusesAddressesThatCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Download.address("http://h/a b"))
        .withMessageStartingWith("the address can't be read: Illegal character in path");
  }

  @Test
  void refusesPasswordsInAddresses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> download("https://me:secret@h/f", SHA_256))
        .withMessage("the address must not contain a user name or password");
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "g000000000000000000000000000000000000000000000000000000000000000"})
  void refusesOtherHashes(String hash) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> download("http://h/f", hash))
        .withMessage("a SHA-256 has 64 hexadecimal digits, which '" + hash + "' is not");
  }

  private static Download download(String url, String sha256) {
    return new Download(URI.create(url), Path.of("data/x.mat"), OptionalLong.empty(), sha256);
  }
}
