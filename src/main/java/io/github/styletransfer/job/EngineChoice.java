package io.github.styletransfer.job;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.natives.NativeLibraries;
import io.github.styletransfer.engine.natives.NativeLibraryException;
import io.github.styletransfer.engine.natives.NativeRuntime;
import io.github.styletransfer.engine.onednn.OneDnn;
import io.github.styletransfer.engine.onednn.OneDnnEngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a run.
 *
 * @param kind which one
 * @param precision number format of weights and feature maps
 * @param threads how many compute
 * @param memory bytes that the process may take
 */
public record EngineChoice(EngineKind kind, Precision precision, int threads, long memory) {
  private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);

  /** Names and values of the options that ask for it, in the order of {@code --help}. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("engine", lower(kind));
    options.put("precision", lower(precision));
    options.put("threads", Integer.toString(threads));
    return options;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Loads the engine's natives.
   *
   * @param convolutionTimes the file by which convolutions' kernels are chosen
   * @throws UserException if this machine can't do what is asked for
   */
  public EngineFactory factory(Path convolutionTimes) throws UserException {
    Optional<String> fault = kind == EngineKind.SAMEDIFF ? Optional.empty() : OneDnn.fault();
    if (kind == EngineKind.ONEDNN && fault.isPresent()) {
      throw new UserException(
          ExitCode.USAGE,
          "oneDNN can't be loaded on this machine ("
              + fault.get()
              + "): leave --engine out, or pass --engine samediff.");
    }
    boolean oneDnn = kind != EngineKind.SAMEDIFF && fault.isEmpty();
    if (precision == Precision.BFLOAT16) {
      requireBfloat16(oneDnn);
    }
    if (oneDnn) {
      LOG.info("Engine oneDNN, {}", lower(precision));
      return new OneDnnEngineFactory(precision, memory, new SameDiffEngineFactory())
          .timed(convolutionTimes, RunEnvironment.computing(this));
    }
    LOG.info(
        fault.isPresent()
            ? "Engine SameDiff, float32, as oneDNN can't be loaded on this machine: {}"
            : "Engine SameDiff, float32",
        fault.orElse(""));
    return new SameDiffEngineFactory();
  }

  /**
   * Begins to load what any run needs, in a thread of its own: it takes a second, in which images
   * can be read; the first time some more, as it is unpacked.
   *
   * @return completed when all is loaded; exceptionally, with its reason, when it can't be
   */
  public CompletableFuture<Void> preload() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                load();
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

  private void load() throws NativeLibraryException {
    NativeRuntime.useThreads(threads);
    NativeLibraries.load(kind != EngineKind.SAMEDIFF);
    if (kind != EngineKind.SAMEDIFF) {
      OneDnn.fault();
    }
  }

  private static void requireBfloat16(boolean oneDnn) throws UserException {
    if (!oneDnn) {
      throw new UserException(
          ExitCode.USAGE,
          "SameDiff computes in float32 alone: leave --precision out, or use --engine onednn.");
    }
    if (!OneDnn.hasBfloat16()) {
      throw new UserException(
          ExitCode.USAGE,
          "This processor has no bfloat16 arithmetic, so that it would be slower than float32:"
              + " leave --precision out.");
    }
  }
}
