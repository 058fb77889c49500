package io.github.styletransfer.cli;

import io.github.styletransfer.job.Closest;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * Defaults from properties files, whose keys are the options' long names without dashes: first the
 * file given with {@code --config}, then {@code ~/.style-transfer.properties}.
 */
final class ConfigurationFiles implements CommandLine.IDefaultValueProvider {
  static final String CONFIG_OPTION = "--config";
  static final String PERSONAL_FILE = ".style-transfer.properties";

  private final List<Source> sources;
  private final Map<String, String> otherwise;
  private @Nullable Map<String, Setting> loaded;

  /**
   * A value that a file gives to an option.
   *
   * @param place the file and its line
   */
  record Setting(String place, String key, String value) {}

  private record Source(Path file, String name) {}

  private ConfigurationFiles(List<Source> sources, Map<String, String> otherwise) {
    this.sources = sources;
    this.otherwise = otherwise;
  }

  /**
   * The files that apply to a command line; they are read when the first default is asked for.
   *
   * @param otherwise defaults of options that no file names, by their long names without dashes
   */
  static ConfigurationFiles of(
      Path workingDirectory, Path homeDirectory, Map<String, String> otherwise, String... args) {
    List<Source> sources = new ArrayList<>();
    given(args)
        .map(workingDirectory::resolve)
        .ifPresent(file -> sources.add(new Source(file, file.toString())));
    Path personal = homeDirectory.resolve(PERSONAL_FILE);
    if (Files.exists(personal)) {
      sources.add(new Source(personal, "~/" + PERSONAL_FILE));
    }
    return new ConfigurationFiles(sources, otherwise);
  }

  /**
   * The file that {@code --config} names; empty if the option is used wrongly, which the main
   * command reports.
   */
  private static Optional<Path> given(String... args) {
    ConfigArgument argument = new ConfigArgument();
    try {
      new CommandLine(argument)
          .setExpandAtFiles(false)
          .setOverwrittenOptionsAllowed(true)
          .setUnmatchedArgumentsAllowed(true)
          .parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(argument.file);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? setting(option).map(Setting::value).orElse(otherwise.get(key(option)))
        : null;
  }

  /** What the files say about an option. */
  Optional<Setting> setting(OptionSpec option) {
    if (loaded == null) {
      loaded = load(option.command());
    }
    return Optional.ofNullable(loaded.get(key(option)));
  }

  private Map<String, Setting> load(CommandSpec command) {
    Map<String, Setting> all = new LinkedHashMap<>();
    for (Source source : sources) {
      read(source, command).forEach(all::putIfAbsent);
    }
    return all;
  }

  private static Map<String, Setting> read(Source source, CommandSpec command) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (PropertyLines.Line line : lines(source, command)) {
      String place = source.name() + ", line " + line.number();
      requireKey(line.key(), place, command);
      settings.put(line.key(), new Setting(place, line.key(), line.value()));
    }
    return settings;
  }

  private static List<PropertyLines.Line> lines(Source source, CommandSpec command) {
    try {
      return PropertyLines.of(SmallTextFile.read(source.file()));
    } catch (NoSuchFileException e) {
      throw error(command, "The configuration file " + source.name() + " does not exist.");
    } catch (IOException e) {
      throw error(
          command,
          "The configuration file "
              + source.name()
              + " can't be read: "
              + FileFaults.inWords(e)
              + ".");
    }
  }

  private static void requireKey(String key, String place, CommandSpec command) {
    List<String> keys =
        command.options().stream()
            .filter(ConfigurationFiles::isSetting)
            .map(ConfigurationFiles::key)
            .toList();
    if (!keys.contains(key)) {
      throw error(
          command,
          place
              + ": unknown key '"
              + key
              + "'"
              + Closest.to(key, keys).map(close -> ": did you mean " + close + "?").orElse(".")
              + " Keys are the options' long names without dashes, such as style-weight=300.");
    }
  }

  private static boolean isSetting(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.longestName().equals(CONFIG_OPTION);
  }

  private static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }

  private static CommandLine.ParameterException error(CommandSpec command, String message) {
    return new CommandLine.ParameterException(command.commandLine(), message);
  }

  /** Finds the configuration file's name, which has to be known before defaults are applied. */
  @Command
  private static final class ConfigArgument {
    @Option(names = CONFIG_OPTION, arity = "0..1")
    private @Nullable Path file;
  }
}
