package io.github.styletransfer.cli;

import io.github.styletransfer.engine.natives.NativeLibraries;
import io.github.styletransfer.engine.natives.NativeLibraryException;
import io.github.styletransfer.engine.natives.NativeRuntime;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.thin.ThinLoader;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.VggLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which network a file has, and whether it is complete. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    versionProvider = VersionProvider.class,
    header = "Says which network a file has, and whether it is complete.")
final class CheckCommand implements Callable<Integer> {
  private final Path workingDirectory;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = PublishedBuild.DEFAULT_FILE,
      description = "The file of VGG-19 or the thin network (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  CheckCommand(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  @Override
  public Integer call() throws NetworkFileException, NativeLibraryException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path path = workingDirectory.resolve(file);
    PublishedNetwork network = PublishedNetwork.ofFile(path);
    Optional<NetworkFileReport> report = report(path, network);
    report.ifPresent(known -> known.lines().forEach(out::println));
    if (!report.map(NetworkFileReport::isPublished).orElse(false)) {
      NativeRuntime.configure();
      NativeLibraries.load(false);
      load(path, network);
    }
    report.ifPresent(known -> out.println(known.verdict()));
    return ExitCode.SUCCESS.code();
  }

  private static void load(Path path, PublishedNetwork network) throws NetworkFileException {
    switch (network) {
      case VGG19 -> new VggLoader().load(path, KernelLayout.WH);
      case THIN -> ThinLoader.load(path);
    }
  }

  /** Empty for what isn't a file or can't be read; the loader says more about that. */
  private static Optional<NetworkFileReport> report(Path path, PublishedNetwork network) {
    try {
      return Files.isRegularFile(path)
          ? Optional.of(NetworkFileReport.of(path, network))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
