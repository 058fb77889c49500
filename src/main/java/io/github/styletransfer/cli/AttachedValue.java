package io.github.styletransfer.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes an option's value only where {@code =} attaches it: what comes next is another argument.
 */
final class AttachedValue implements IParameterPreprocessor {
  /** The value of an option without one. */
  static final String AUTO = "auto";

  /** The key of what is between option and value. */
  static final String SEPARATOR = "separator";

  @Override
  @SuppressWarnings("JdkObsolete") // Picocli's own choice.
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    Object separator = info.get(SEPARATOR);
    if (separator == null || separator.toString().isEmpty()) {
      args.push(AUTO);
    }
    return false;
  }
}
