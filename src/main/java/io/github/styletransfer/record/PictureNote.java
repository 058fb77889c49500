package io.github.styletransfer.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a picture's file says of how it was made.
 *
 * @param content the photo's name
 * @param style the paintings' names
 * @param settings the hash of all that decides the picture, see {@link JobIdentity#settingsHash};
 *     empty for a picture on the way
 */
public record PictureNote(String content, String style, Optional<String> settings) {
  private static final Pattern SETTINGS = Pattern.compile("; settings ([0-9a-f]{16})$");

  /** The hash of settings that a note names; empty if it is no such note. */
  public static Optional<String> settingsOf(String note) {
    Matcher matcher = SETTINGS.matcher(note.strip());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** As files have it. */
  @Override
  public String toString() {
    String names = content + " in the style of " + style;
    return names.replaceAll("\\p{Cntrl}", "?")
        + settings.map(hash -> "; settings " + hash).orElse("");
  }
}
