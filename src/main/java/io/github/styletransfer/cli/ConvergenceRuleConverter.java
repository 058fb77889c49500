package io.github.styletransfer.cli;

import io.github.styletransfer.descent.ConvergenceRule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Rules such as 0.1%/50, or never. */
final class ConvergenceRuleConverter implements ITypeConverter<StopRule> {
  private static final String NEVER = "never";
  private static final Pattern RULE =
      Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*%\\s*/\\s*(\\d{1,9})\\s*");

  @Override
  public StopRule convert(String text) {
    if (text.strip().equals(NEVER)) {
      return new StopRule(Optional.empty());
    }
    Matcher matcher = RULE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "must be a rule such as 0.1%/50, less than 0.1 % over 50 iterations, or never, not '"
              + text
              + "'");
    }
    try {
      return new StopRule(
          Optional.of(
              new ConvergenceRule(
                  Double.parseDouble(matcher.group(1)), Integer.parseInt(matcher.group(2)))));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "must be more than 0 % and less than 100 %, over 1 iteration or more, not '"
              + text
              + "'");
    }
  }
}
