package io.github.styletransfer.image.read;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What came of reading a file.
 *
 * @param said the refusal, or the difference
 */
record StudiedFile(Path file, String format, Verdict verdict, String said, double seconds) {
  private static final Pattern NAMED =
      Pattern.compile("format, which can't be read|is not an image|camera raw|limit of|is empty");

  /** With what the other decoder made of it: a word, a tab, and more. */
  StudiedFile compared(String answer) {
    String[] parts = answer.split("\t", -1);
    boolean read = verdict == Verdict.READ;
    return switch (parts[0]) {
      case "same" -> with(Verdict.SAME, parts[1]);
      case "wrong" -> with(Verdict.WRONG, parts[1]);
      case "read" ->
          with(
              NAMED.matcher(said).find() ? Verdict.REFUSED_RIGHTLY : Verdict.REFUSED_THOUGH_READ,
              said);
      default ->
          with(read ? Verdict.READ : Verdict.REFUSED_RIGHTLY, said + " (other: " + parts[1] + ")");
    };
  }

  private StudiedFile with(Verdict other, String words) {
    return new StudiedFile(file, format, other, words, seconds);
  }
}
