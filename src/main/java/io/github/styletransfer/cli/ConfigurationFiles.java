package io.github.styletransfer.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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

  private final List<Path> files;
  private @Nullable List<Properties> loaded;

  private ConfigurationFiles(List<Path> files) {
    this.files = files;
  }

  /** The files that apply to a command line; they are read when the first default is asked for. */
  static ConfigurationFiles of(Path workingDirectory, Path homeDirectory, String... args) {
    List<Path> files = new ArrayList<>();
    given(args).map(workingDirectory::resolve).ifPresent(files::add);
    Path personal = homeDirectory.resolve(PERSONAL_FILE);
    if (Files.exists(personal)) {
      files.add(personal);
    }
    return new ConfigurationFiles(files);
  }

  /** The file that is named, unless it is named wrongly: the main command will meet that, too. */
  private static Optional<Path> given(String... args) {
    ConfigArgument argument = new ConfigArgument();
    try {
      new CommandLine(argument).setUnmatchedArgumentsAllowed(true).parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(argument.file);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    if (loaded == null) {
      loaded = load(option.command());
    }
    for (Properties properties : loaded) {
      String value = properties.getProperty(key(option));
      if (value != null) {
        return value.strip();
      }
    }
    return null;
  }

  private List<Properties> load(CommandSpec command) {
    List<Properties> all = new ArrayList<>();
    for (Path file : files) {
      all.add(read(file, command));
    }
    return all;
  }

  private static Properties read(Path file, CommandSpec command) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw error(command, "The configuration file " + file + " does not exist.");
    } catch (CharacterCodingException e) {
      throw error(command, "The configuration file " + file + " isn't text in UTF-8.");
    } catch (IOException | IllegalArgumentException e) {
      throw error(command, "The configuration file " + file + " can't be read: " + e.getMessage());
    }
    List<String> keys =
        command.options().stream()
            .filter(ConfigurationFiles::isSetting)
            .map(ConfigurationFiles::key)
            .toList();
    for (String key : properties.stringPropertyNames()) {
      if (!keys.contains(key)) {
        throw error(
            command,
            "The configuration file "
                + file
                + " has an unknown key '"
                + key
                + "': keys are the options' long names without dashes, such as style-weight=300.");
      }
    }
    return properties;
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
