package io.github.styletransfer.cli;

import io.github.styletransfer.cli.FileOptions.AlphaChoice;
import io.github.styletransfer.cli.FileOptions.ProfileChoice;
import io.github.styletransfer.console.ProgressKind;
import io.github.styletransfer.display.ShowKind;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.help.Shell;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.write.Chroma;
import io.github.styletransfer.job.Engines;
import io.github.styletransfer.job.MethodName;
import io.github.styletransfer.job.OptimizerMethod;
import io.github.styletransfer.job.OptionWord;
import io.github.styletransfer.job.Preset;
import io.github.styletransfer.job.SizeChoice;
import io.github.styletransfer.job.StyleColors;
import io.github.styletransfer.job.StyleLossKind;
import io.github.styletransfer.model.loss.Neighbours;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads options' values. A message about a wrong value is the end of a sentence that begins with
 * the option: {@code must be a whole number, not 'many'}.
 */
final class ValueConverters {
  private ValueConverters() {}

  /** Registers them with a command and its subcommands. */
  static void register(CommandLine commandLine) {
    ITypeConverter<Integer> whole = number(Integer::valueOf);
    ITypeConverter<Long> longer = number(Long::valueOf);
    commandLine
        .registerConverter(Integer.class, whole)
        .registerConverter(int.class, whole)
        .registerConverter(Long.class, longer)
        .registerConverter(long.class, longer)
        .registerConverter(Double.class, ValueConverters::fraction)
        .registerConverter(Boolean.class, ValueConverters::yesOrNo)
        .registerConverter(boolean.class, ValueConverters::yesOrNo)
        .registerConverter(Path.class, ValueConverters::path)
        .registerConverter(Shell.class, choice(Shell.values()))
        .registerConverter(SizeChoice.class, text -> size(text, whole))
        .registerConverter(AlphaChoice.class, choice(AlphaChoice.values()))
        .registerConverter(Chroma.class, ValueConverters::chroma)
        .registerConverter(ProfileChoice.class, choice(ProfileChoice.values()))
        .registerConverter(KernelLayout.class, choice(KernelLayout.values()))
        .registerConverter(MethodName.class, choice(MethodName.values()))
        .registerConverter(Neighbours.class, ValueConverters::neighbours)
        .registerConverter(Padding.class, choice(Padding.values()))
        .registerConverter(StyleLossKind.class, choice(StyleLossKind.values()))
        .registerConverter(OptimizerMethod.class, choice(OptimizerMethod.values()))
        .registerConverter(Pooling.class, choice(Pooling.values()))
        .registerConverter(Precision.class, choice(Precision.values()))
        .registerConverter(StyleColors.class, choice(StyleColors.values()))
        .registerConverter(Preset.class, choice(Preset.values()))
        .registerConverter(Resampling.class, choice(Resampling.values()))
        .registerConverter(ProgressKind.class, choice(ProgressKind.values()))
        .registerConverter(ShowKind.class, choice(ShowKind.values()));
  }

  /** An option's value that names a file, or something else too. */
  static final class FileName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      path(text);
      return text;
    }
  }

  /** An option's value that names files, with commas between them and weights. */
  static final class FileNames implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (text.isBlank()) {
        path(text);
      }
      for (String part : text.split(",", -1)) {
        String name = part.replaceFirst(":[^:]*$", "");
        if (!name.isBlank()) {
          path(name);
        }
      }
      return text;
    }
  }

  /** The name of an engine. */
  static final class EngineName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      String name = text.strip().toLowerCase(Locale.ROOT);
      if (!Engines.names().contains(name)) {
        throw new TypeConversionException(
            "must be " + either(Engines.names()) + ", not '" + text + "'");
      }
      return name;
    }
  }

  private static <T extends Number> ITypeConverter<T> number(Function<String, T> parser) {
    return text -> {
      String digits = text.strip();
      try {
        return parser.apply(digits);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            digits.matches("[+-]?\\d+")
                ? "can't be as " + (digits.startsWith("-") ? "low" : "high") + " as " + digits
                : "must be a whole number, not '" + text + "'");
      }
    };
  }

  private static SizeChoice size(String text, ITypeConverter<Integer> whole) throws Exception {
    String word = text.strip();
    if (word.equalsIgnoreCase(SizeChoice.FULL)) {
      return SizeChoice.OF_THE_PHOTO;
    }
    if (!word.matches("[+-]?\\d+")) {
      throw new TypeConversionException(
          "must be a whole number of pixels, or full, not '" + text + "'");
    }
    int side = whole.convert(word);
    if (side < 1) {
      throw new TypeConversionException("must be 1 or more, not " + word);
    }
    return SizeChoice.of(side);
  }

  private static Double fraction(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      String hint =
          text.matches("[+-]?\\d*,\\d+") ? ": write " + text.replace(',', '.').strip() : "";
      throw new TypeConversionException("must be a number, not '" + text + "'" + hint);
    }
  }

  private static Boolean yesOrNo(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new TypeConversionException("must be true or false, not '" + text + "'");
    };
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("must not be empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "can't be '" + text.replaceAll("\\p{Cntrl}", "?") + "': " + e.getReason());
    }
  }

  private static Neighbours neighbours(String text) {
    return Arrays.stream(Neighbours.values())
        .filter(some -> Integer.toString(some.count()).equals(text.strip()))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("must be 4 or 8, not '" + text + "'"));
  }

  private static Chroma chroma(String text) {
    return Arrays.stream(Chroma.values())
        .filter(some -> some.toString().equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "must be "
                        + either(Arrays.stream(Chroma.values()).map(Chroma::toString).toList())
                        + ", not '"
                        + text
                        + "'"));
  }

  private static <E extends Enum<E>> ITypeConverter<E> choice(E[] values) {
    return text ->
        Arrays.stream(values)
            .filter(value -> OptionWord.of(value).equalsIgnoreCase(text.strip()))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "must be " + either(values) + ", not '" + text + "'"));
  }

  private static String either(Enum<?>[] values) {
    return either(Arrays.stream(values).map(OptionWord::of).toList());
  }

  private static String either(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
