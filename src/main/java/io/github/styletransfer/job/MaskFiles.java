package io.github.styletransfer.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The masks whose colours name regions.
 *
 * @param content the photo's
 * @param styles for each painting its own; empty for one that serves every region
 */
public record MaskFiles(InputFile content, List<Optional<InputFile>> styles) {
  /** The option of the photo's mask. */
  public static final String CONTENT_MASK = "content-mask";

  /** The option of the paintings' masks. */
  public static final String STYLE_MASK = "style-mask";

  /** How a painting without a mask is written. */
  public static final String NONE = "none";

  /** Copies the list. */
  public MaskFiles {
    styles = List.copyOf(styles);
  }

  /** The files that are read, by the options that name them. */
  Map<String, List<InputFile>> inputs() {
    Map<String, List<InputFile>> inputs = new LinkedHashMap<>();
    inputs.put(CONTENT_MASK, List.of(content));
    inputs.put(STYLE_MASK, styles.stream().flatMap(Optional::stream).toList());
    return inputs;
  }

  /** Names and values of the options that ask for them, in the order of {@code --help}. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(CONTENT_MASK, content.recorded().toString());
    options.put(
        STYLE_MASK,
        styles.stream()
            .map(mask -> mask.map(file -> file.recorded().toString()).orElse(NONE))
            .collect(Collectors.joining(",")));
    return options;
  }

  /** The numbers of the paintings that have masks, from 1, such as {@code 1,3}. */
  public String masked() {
    return IntStream.range(0, styles.size())
        .filter(i -> styles.get(i).isPresent())
        .mapToObj(i -> Integer.toString(i + 1))
        .collect(Collectors.joining(","));
  }
}
