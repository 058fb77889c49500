package io.github.styletransfer.cli;

import io.github.styletransfer.console.DownloadLog;
import io.github.styletransfer.console.ProgressMeter;
import io.github.styletransfer.fetch.Download;
import io.github.styletransfer.fetch.DownloadException;
import io.github.styletransfer.fetch.DownloadSettings;
import io.github.styletransfer.fetch.Downloader;
import io.github.styletransfer.job.Closest;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OptionWord;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.run.StopSignals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Downloads a network's file. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = VersionProvider.class,
    header = "Downloads a network: VGG-19 (535 MB) or a thin one (4 MB).",
    footer = {
      "The file appears only once it is complete and its SHA-256 is right; an existing file of that"
          + " name stays until then. FILE.part holds the data received so far; the same command goes on"
          + " from there.",
      "Proxies are taken from the environment variables https_proxy, http_proxy and no_proxy."
    })
final class FetchCommand implements Callable<Integer> {
  private static final String LIST = "--list";

  private final Path workingDirectory;
  private final DownloadSettings settings;
  private final BooleanSupplier terminal;
  private final StopSignals signals;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      defaultValue = "vgg19",
      converter = NetworkName.class,
      completionCandidates = Names.class,
      description = "The network, vgg19 or thin (default: ${DEFAULT-VALUE}).")
  private PublishedNetwork network = PublishedNetwork.VGG19;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where to download it from, such as a mirror (default: MatConvNet's site for vgg19, its"
              + " authors' repository on GitHub for thin).")
  private @Nullable String url;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      converter = Sha256.class,
      description =
          "The SHA-256 that the file must have (default: that of today's build of vgg19, of the"
              + " published file of thin).")
  private @Nullable String sha256;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to save the file (default: "
              + PublishedBuild.DEFAULT_FILE
              + " for vgg19, "
              + PublishedNetwork.THIN_DEFAULT_FILE
              + " for thin).")
  private @Nullable Path output;

  @Option(
      names = LIST,
      description =
          "Print the networks, with size, licence and file, and whether it is there; download"
              + " nothing.")
  private boolean list;

  FetchCommand(
      Path workingDirectory,
      DownloadSettings settings,
      BooleanSupplier terminal,
      StopSignals signals) {
    this.workingDirectory = workingDirectory;
    this.settings = settings;
    this.terminal = terminal;
    this.signals = signals;
  }

  @Override
  public Integer call() throws UserException {
    if (list) {
      requireNothingElse();
      NetworkList.lines(workingDirectory).forEach(commandLine().getOut()::println);
      return ExitCode.SUCCESS.code();
    }
    Download download = download();
    ProgressMeter meter = ProgressMeter.of(commandLine().getErr(), terminal);
    StopSignals.Listener listener = signals.listen(code -> stop(code, download, meter));
    try {
      new Downloader(settings, new DownloadLog(meter)).fetch(download);
    } catch (DownloadException e) {
      throw DownloadAdvice.with(e, download);
    } finally {
      listener.close();
    }
    commandLine().getOut().println(download.target());
    return ExitCode.SUCCESS.code();
  }

  private void requireNothingElse() {
    ParseResult given = commandLine().getParseResult();
    if (given.hasMatchedPositional(0) || url != null || sha256 != null || output != null) {
      throw new ParameterException(
          commandLine(), LIST + " downloads nothing: leave out the network and its options.");
    }
  }

  private Download download() throws UserException {
    try {
      return new Download(
          Download.address(url == null ? network.url() : url),
          OutputFiles.followed(
              workingDirectory.resolve(output == null ? Path.of(network.defaultFile()) : output)),
          sha256 == null ? OptionalLong.of(network.bytes()) : OptionalLong.empty(),
          sha256 == null ? network.sha256() : sha256);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), "--url: " + e.getMessage(), e);
    }
  }

  private static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names() {
      super(Arrays.stream(PublishedNetwork.values()).map(OptionWord::of).toList());
    }
  }

  private static final class NetworkName implements ITypeConverter<PublishedNetwork> {
    @Override
    public PublishedNetwork convert(String text) {
      String name = text.strip().toLowerCase(Locale.ROOT);
      return Arrays.stream(PublishedNetwork.values())
          .filter(network -> OptionWord.of(network).equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException(fault(text)));
    }

    private static String fault(String text) {
      List<String> names = Arrays.stream(PublishedNetwork.values()).map(OptionWord::of).toList();
      return "must be "
          + String.join(" or ", names)
          + ", not '"
          + text
          + "'"
          + Closest.to(text, names).map(name -> ": did you mean " + name + "?").orElse("");
    }
  }

  private static final class Sha256 implements ITypeConverter<String> {
    private static final Pattern DIGITS = Pattern.compile("\\p{XDigit}{64}");

    @Override
    public String convert(String text) {
      if (!DIGITS.matcher(text.strip()).matches()) {
        throw new TypeConversionException("must have 64 hexadecimal digits, not '" + text + "'");
      }
      return text.strip();
    }
  }

  /** Everything received is in the file already. */
  private void stop(int code, Download download, ProgressMeter meter) {
    meter.stop();
    commandLine()
        .getErr()
        .println(
            commandLine().getCommandSpec().qualifiedName()
                + ": stopped."
                + DownloadAdvice.kept(download));
    signals.end(code);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
