package io.github.styletransfer.cli;

import io.github.styletransfer.job.UserFolders;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The character encoding of file names, which Java takes from the locale once, at its start. A name
 * that it can't express can't be used, and reaches the program garbled.
 *
 * @param charset the encoding
 * @param raw the names as the system has them
 */
record NameEncoding(Charset charset, RawNames raw) {
  private static final String UNREADABLE = "\uFFFD";
  private static final List<String> VARIABLES =
      List.of(UserFolders.CACHE_VARIABLE, "XDG_CACHE_HOME");

  /** That of this process. */
  static NameEncoding ofProcess() {
    // On Windows names are UTF-16, whatever the property says.
    return new NameEncoding(
        File.separatorChar == '\\'
            ? StandardCharsets.UTF_8
            : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")),
        RawNames.ofProcess());
  }

  /** What to say about a name that the program starts with and can't use, if there is one. */
  Optional<String> fault(
      String workingDirectory, String home, Map<String, String> environment, String... args) {
    if (!isExpressed(workingDirectory)) {
      return Optional.of(
          advice("the working directory's name " + named("PWD").orElse(workingDirectory)));
    }
    if (!isExpressed(home)) {
      return Optional.of(advice("the home folder's name " + named("HOME").orElse(home)));
    }
    for (String variable : VARIABLES) {
      String value = environment.getOrDefault(variable, "");
      if (!isExpressed(value)) {
        return Optional.of(advice(variable + "=" + raw.variable(variable).orElse(value)));
      }
    }
    for (int i = 0; i < args.length; i++) {
      if (!isExpressed(args[i])) {
        return Optional.of(advice(raw.argument(args.length - i).orElse(args[i])));
      }
      if (args[i].contains(UNREADABLE) && raw.argument(args.length - i).isEmpty()) {
        return Optional.of(
            "The name "
                + args[i]
                + " isn't in the locale's character encoding, "
                + charset
                + ". Rename the file.");
      }
    }
    return Optional.empty();
  }

  /** What to say if something was thrown because of a name that can't be expressed. */
  Optional<String> fault(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidPathException invalid && !isExpressed(invalid.getInput())) {
        return Optional.of(advice(invalid.getInput()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> named(String variable) {
    return raw.variable(variable).filter(name -> !isExpressed(name));
  }

  private boolean isExpressed(String name) {
    return charset.newEncoder().canEncode(name);
  }

  private String advice(String name) {
    return "The locale's character encoding, "
        + charset
        + ", can't express "
        + name
        + ". Set the environment variable LC_ALL to C.UTF-8 and start again.";
  }
}
