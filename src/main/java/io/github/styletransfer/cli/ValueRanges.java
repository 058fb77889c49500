package io.github.styletransfer.cli;

import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.image.write.FileSettings;
import io.github.styletransfer.job.Strength;
import io.github.styletransfer.patches.PatchSettings;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The ranges of numeric options. */
final class ValueRanges {
  private static final int MOST_PORT = 65_535;
  private static final double LEAST_RATIO = 1.1;
  private static final double MOST_RATIO = 4;
  private static final Range POSITIVE = new Range("more than 0", value -> value > 0);
  private static final Range DECAY =
      new Range("at least 0 and less than 1", value -> value >= 0 && value < 1);
  private static final Range FROM_0 = new Range("0 or more", value -> value >= 0);
  private static final Range FROM_1 = new Range("1 or more", value -> value >= 1);
  private static final Range PATCH =
      new Range(
          "an odd number from "
              + PatchSettings.SMALLEST_PATCH
              + " to "
              + PatchSettings.LARGEST_PATCH,
          value ->
              value >= PatchSettings.SMALLEST_PATCH
                  && value <= PatchSettings.LARGEST_PATCH
                  && value % 2 == 1);
  private static final Range SCALE =
      new Range(
          "from 0.25 to 4",
          value -> value >= PatchSettings.SMALLEST_SCALE && value <= PatchSettings.LARGEST_SCALE);

  private static final Range RATIO =
      new Range("from 1.1 to 4", value -> value >= LEAST_RATIO && value <= MOST_RATIO);

  private static final Map<String, Range> OF_OPTIONS =
      Map.ofEntries(
          Map.entry("--quality", Range.between(1, FileSettings.MOST_QUALITY)),
          Map.entry("--max-pixels", Range.between(1, ImageReader.MOST_PIXELS)),
          Map.entry("--content-strength", FROM_0),
          Map.entry("--finest-patch", PATCH),
          Map.entry("--style-scale", SCALE),
          Map.entry("--content-weight", FROM_0),
          Map.entry("--style-weight", FROM_0),
          Map.entry("--tv-weight", FROM_0),
          Map.entry("--size-ratio", RATIO),
          Map.entry("--strength", Range.between(0, Math.round(Strength.MOST))),
          Map.entry("--learning-rate", POSITIVE),
          Map.entry("--beta1", DECAY),
          Map.entry("--beta2", DECAY),
          Map.entry("--epsilon", POSITIVE),
          Map.entry("--history", FROM_1),
          Map.entry("--threads", FROM_1),
          Map.entry("--memory", FROM_1),
          Map.entry("--checkpoints", FROM_0),
          Map.entry("--preview", Range.between(0, MOST_PORT)));

  private record Range(String words, DoublePredicate values) {
    static Range between(long least, long most) {
      return new Range("from " + least + " to " + most, value -> value >= least && value <= most);
    }
  }

  private ValueRanges() {}

  /**
   * Checks the values of a parsed command line.
   *
   * @throws ParameterException if one is out of range
   */
  static void check(CommandLine commandLine) {
    for (OptionSpec option : commandLine.getCommandSpec().options()) {
      Range range = OF_OPTIONS.get(option.longestName());
      if (range != null
          && option.getValue() instanceof Number number
          && !(range.values().test(number.doubleValue()) && isFinite(number))) {
        throw fault(commandLine, option, range, number);
      }
    }
  }

  private static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  private static ParameterException fault(
      CommandLine commandLine, OptionSpec option, Range range, Number number) {
    Optional<ConfigurationFiles.Setting> setting = ValueOrigin.setting(commandLine, option);
    ParseResult given = commandLine.getParseResult();
    String written =
        setting
            .map(ConfigurationFiles.Setting::value)
            .orElseGet(
                () ->
                    given.hasMatchedOption(option.longestName())
                        ? last(given.matchedOption(option.longestName()))
                        : number.toString());
    String words = Double.isInfinite(number.doubleValue()) ? "a finite number" : range.words();
    return new ParameterException(
        commandLine, ValueOrigin.named(option, setting) + " must be " + words + ", not " + written);
  }

  private static String last(OptionSpec option) {
    return option.originalStringValues().get(option.originalStringValues().size() - 1);
  }
}
