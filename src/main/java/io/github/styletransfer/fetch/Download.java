package io.github.styletransfer.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A file to be downloaded.
 *
 * @param url where it is, http or https
 * @param target the file it becomes
 * @param size the length in bytes it must have; empty for any
 * @param sha256 the SHA-256 it must have, 64 hexadecimal digits
 */
public record Download(URI url, Path target, OptionalLong size, String sha256) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the address or the hash isn't one; the message is for users
   */
  public Download {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "the address must start with https:// or http:// and a host's name, not " + url);
    }
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException("the address must not contain a user name or password");
    }
    sha256 = sha256.toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "a SHA-256 has 64 hexadecimal digits, which '" + sha256 + "' is not");
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it isn't one; the message is for users
   */
  public static URI address(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the address can't be read: " + e.getMessage(), e);
    }
  }

  /** Where the data are kept until they are complete. */
  public Path partialFile() {
    return target.resolveSibling(target.getFileName() + ".part");
  }
}
