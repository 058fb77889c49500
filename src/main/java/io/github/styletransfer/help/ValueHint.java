package io.github.styletransfer.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an argument's value may be, as its label in the help says.
 *
 * @param words that it may be
 * @param kind of files that it may name
 * @param folder whose files it names without their folder, too; may be empty
 * @param isList whether it may be several, with commas in between
 */
record ValueHint(List<String> words, Kind kind, String folder, boolean isList) {
  private static final String LAYER = "LAYER";
  private static final List<String> FILES =
      List.of("FILE", "FILE[:W]", "MASK", "PHOTO", "PAINTING");

  private static final Map<String, String> FOLDERS =
      Map.of(
          "--content", "input/content",
          "--style", "input/style",
          "--where", "input/mask");

  /** Which files. */
  enum Kind {
    NONE,
    FILES,
    FOLDERS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the list. */
  ValueHint {
    words = List.copyOf(words);
  }

  /**
   * Reads a label such as {@code FILE|thin|wavelet}.
   *
   * @param layers that {@code LAYER} stands for
   */
  static ValueHint of(ArgSpec argument, List<String> layers) {
    String label = argument.paramLabel();
    String folder =
        argument instanceof OptionSpec option ? FOLDERS.getOrDefault(option.longestName(), "") : "";
    if (label.startsWith(LAYER)) {
      return new ValueHint(layers, Kind.NONE, folder, true);
    }
    List<String> words = new ArrayList<>(candidates(argument));
    Kind kind = Kind.NONE;
    for (String part : label.split("\\|", -1)) {
      if (FILES.contains(part)) {
        kind = Kind.FILES;
      } else if (part.equals("DIR")) {
        kind = Kind.FOLDERS;
      } else if (part.matches("[a-z0-9][a-z0-9:-]*")) {
        words.add(part);
      }
    }
    return new ValueHint(words, kind, folder, false);
  }

  private static List<String> candidates(ArgSpec argument) {
    return argument.isOption() || argument.completionCandidates() == null
        ? List.of()
        : StreamSupport.stream(argument.completionCandidates().spliterator(), false)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** Whether nothing is known. */
  boolean isEmpty() {
    return words.isEmpty() && kind == Kind.NONE;
  }
}
