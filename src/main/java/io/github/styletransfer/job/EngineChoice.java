package io.github.styletransfer.job;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.EngineProvider;
import io.github.styletransfer.engine.EngineProvider.Support;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.natives.NativeLibraryException;
import io.github.styletransfer.engine.natives.NativeRuntime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a run.
 *
 * @param name of an {@linkplain Engines engine}, or {@link #AUTO}
 * @param precision number format of weights and feature maps
 */
public record EngineChoice(String name, Precision precision) {
  /** The best engine that can be loaded on this machine. */
  public static final String AUTO = "auto";

  private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);

  /** Names and values of the options that ask for it, in the order of {@code --help}. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("engine", name);
    options.put("precision", OptionWord.of(precision));
    return options;
  }

  /**
   * Loads the engine's natives.
   *
   * @param threads how many compute
   * @param memory bytes that the process may take
   * @param convolutionTimes the file by which convolutions' kernels are chosen
   * @throws UserException if this machine can't do what is asked for
   */
  public EngineFactory factory(int threads, long memory, Path convolutionTimes)
      throws UserException {
    List<EngineProvider> wanted = Engines.named(name);
    EngineProvider best = wanted.get(0);
    Optional<String> fault = best.fault();
    EngineProvider provider =
        wanted.stream()
            .filter(some -> some.fault().isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.USAGE,
                        "%s can't be loaded on this machine (%s): leave out --engine, or pass --engine %s."
                            .formatted(best.title(), fault.orElse(""), others(best))));
    requireSupport(provider);
    LOG.info(
        provider.equals(best)
            ? "Engine {}, {}"
            : "Engine {}, {}, as {} can't be loaded on this machine: {}",
        provider.title(),
        OptionWord.of(precision),
        best.title(),
        fault.orElse(""));
    return provider.create(
        new EngineProvider.Request(
            precision, memory, convolutionTimes, RunEnvironment.computing(threads)));
  }

  private static String others(EngineProvider one) {
    return Engines.ALL.stream()
        .filter(other -> !other.equals(one))
        .map(EngineProvider::name)
        .collect(Collectors.joining(" or "));
  }

  private void requireSupport(EngineProvider provider) throws UserException {
    Support support = provider.support(precision);
    if (support == Support.NEVER) {
      throw new UserException(
          ExitCode.USAGE,
          "%s computes only in float32: leave out --precision, or use --engine %s."
              .formatted(provider.title(), others(provider)));
    }
    if (support == Support.NOT_HERE) {
      throw new UserException(
          ExitCode.USAGE,
          "This processor has no %1$s arithmetic, so %1$s would be slower than float32: leave out --precision."
              .formatted(OptionWord.of(precision)));
    }
  }

  /**
   * Begins to load what any run needs, in a thread of its own: it takes a second, in which images
   * can be read; the first time some more, as it is unpacked.
   *
   * @param threads how many compute
   * @return completed when all is loaded; exceptionally, with its reason, when it can't be
   */
  public CompletableFuture<Void> preload(int threads) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                NativeRuntime.configure();
                NativeRuntime.useThreads(threads);
                Engines.named(name).get(0).load();
                done.complete(null);
              } catch (NativeLibraryException | RuntimeException | Error e) {
                done.completeExceptionally(e);
              }
            },
            "preload");
    thread.setDaemon(true);
    thread.start();
    return done;
  }
}
