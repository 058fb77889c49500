package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameEncodingTest {
  /** What Java makes of an umlaut's two bytes in a locale without it. */
  private static final String GARBLED = "\uFFFD\uFFFD";

  private static final String UMLAUT = "\u00f6";
  private static final String REMEDY =
      ". Set the environment variable LC_ALL to C.UTF-8 and start again.";

  @Test
  void namesThatCanBeExpressedAreFine() {
    assertThat(fault(StandardCharsets.US_ASCII, "/work", "/home/ada", "--content=a.jpg")).isEmpty();
    assertThat(fault(StandardCharsets.UTF_8, "/" + UMLAUT, "/" + UMLAUT, UMLAUT)).isEmpty();
    assertThat(fault(StandardCharsets.ISO_8859_1, "/" + UMLAUT, "/", UMLAUT)).isEmpty();
  }

  @Test
  void anArgumentIsNamedAsItWasTyped() {
    RawNames raw = raw("java\0-jar\0x.jar\0--size=1\0" + UMLAUT + ".jpg\0-q\0", "");

    assertThat(
            new NameEncoding(StandardCharsets.US_ASCII, raw)
                .fault("/", "/", Map.of(), "--size=1", GARBLED + ".jpg", "-q"))
        .hasValue("The locale's character encoding, US-ASCII, can't express \u00f6.jpg" + REMEDY);
  }

  @Test
  void foldersAreNamedAsTheEnvironmentHasThem() {
    NameEncoding ascii =
        new NameEncoding(StandardCharsets.US_ASCII, raw("", "PWD=/" + UMLAUT + "\0HOME=/root\0"));

    assertThat(ascii.fault("/" + GARBLED, "/root", Map.of()))
        .hasValueSatisfying(
            message -> assertThat(message).contains("the working directory's name /\u00f6."));
    assertThat(ascii.fault("/", "/home/" + GARBLED, Map.of()))
        .hasValueSatisfying(
            message -> assertThat(message).contains("the home folder's name /home/" + GARBLED));
    assertThat(ascii.fault("/", "/", Map.of("STYLE_TRANSFER_CACHE", GARBLED)))
        .hasValueSatisfying(
            message -> assertThat(message).contains("STYLE_TRANSFER_CACHE=" + GARBLED));
  }

  @Test
  void aNameInAnotherEncodingIsNoName() {
    RawNames latin =
        new RawNames("\u00f6.jpg\0".getBytes(StandardCharsets.ISO_8859_1), new byte[0]);

    assertThat(
            new NameEncoding(StandardCharsets.UTF_8, latin).fault("/", "/", Map.of(), "\uFFFD.jpg"))
        .hasValue(
            "The name \uFFFD.jpg isn't in the locale's character encoding, UTF-8. Rename the file.");
  }

  @Test
  void namesFromFilesAreNoticedWhenTheyAreUsed() {
    NameEncoding ascii = new NameEncoding(StandardCharsets.US_ASCII, raw("", ""));

    assertThat(
            ascii.fault(new IllegalStateException(new InvalidPathException(UMLAUT, "unmappable"))))
        .hasValue("The locale's character encoding, US-ASCII, can't express \u00f6" + REMEDY);
    assertThat(ascii.fault(new InvalidPathException("a\0", "Nul character"))).isEmpty();
  }

  private static Optional<String> fault(
      Charset charset, String workingDirectory, String home, String argument) {
    return new NameEncoding(charset, raw("", "")).fault(workingDirectory, home, Map.of(), argument);
  }

  private static RawNames raw(String commandLine, String environment) {
    return new RawNames(
        commandLine.getBytes(StandardCharsets.UTF_8), environment.getBytes(StandardCharsets.UTF_8));
  }
}
