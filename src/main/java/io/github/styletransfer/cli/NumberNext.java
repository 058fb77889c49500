package io.github.styletransfer.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes what follows an option for its value only if it is a number, or {@code =} attaches it: a
 * name is another argument.
 */
final class NumberNext implements IParameterPreprocessor {
  /** The value of an option without one. */
  static final String NONE = "0";

  @Override
  @SuppressWarnings("JdkObsolete") // Picocli's own choice.
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    Object separator = info.get(AttachedValue.SEPARATOR);
    boolean attached = separator != null && !separator.toString().isEmpty();
    if (!attached && (args.isEmpty() || !args.peek().matches("-?\\d+"))) {
      args.push(NONE);
    }
    return false;
  }
}
