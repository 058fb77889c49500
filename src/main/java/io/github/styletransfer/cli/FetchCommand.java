package io.github.styletransfer.cli;

import io.github.styletransfer.console.DownloadLog;
import io.github.styletransfer.console.ProgressMeter;
import io.github.styletransfer.fetch.Download;
import io.github.styletransfer.fetch.DownloadException;
import io.github.styletransfer.fetch.DownloadSettings;
import io.github.styletransfer.fetch.Downloader;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.run.StopSignals;
import java.nio.file.Path;
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
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Downloads the network file. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = VersionProvider.class,
    header = "Downloads the network file (535 MB), resuming an interrupted download.",
    synopsisHeading = "%nUsage: ",
    optionListHeading = "%n",
    footer = {
      "",
      "The file appears only once it is complete and its SHA-256 is right; an existing file of that"
          + " name stays until then. FILE.part holds the data received so far.",
      "Proxies are taken from the environment variables https_proxy, http_proxy and no_proxy."
    })
final class FetchCommand implements Callable<Integer> {
  private final Path workingDirectory;
  private final DownloadSettings settings;
  private final BooleanSupplier terminal;
  private final StopSignals signals;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      order = 10,
      defaultValue = PublishedBuild.CURRENT_URL,
      description = "Where to download it from, such as a mirror (default: MatConvNet's site).")
  private String url = "";

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      order = 11,
      converter = Sha256.class,
      description = "The SHA-256 that the file must have (default: that of today's build).")
  private @Nullable String sha256;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      order = 12,
      defaultValue = PublishedBuild.DEFAULT_FILE,
      description = "Where to save the file (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

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

  private Download download() throws UserException {
    try {
      return new Download(
          Download.address(url),
          OutputFiles.followed(workingDirectory.resolve(output)),
          sha256 == null ? OptionalLong.of(PublishedBuild.CURRENT_BYTES) : OptionalLong.empty(),
          sha256 == null ? PublishedBuild.CURRENT_SHA256 : sha256);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), "--url: " + e.getMessage(), e);
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
