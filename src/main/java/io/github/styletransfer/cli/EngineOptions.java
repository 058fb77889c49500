package io.github.styletransfer.cli;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.job.EngineChoice;
import io.github.styletransfer.job.JobMethod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What computes, with what precision, and how much of the machine it may use. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "auto|onednn|samediff",
      defaultValue = EngineChoice.AUTO,
      converter = ValueConverters.EngineName.class,
      description =
          "What computes the losses: oneDNN, several times as fast, or SameDiff. auto: oneDNN if it"
              + " can be loaded (default: ${DEFAULT-VALUE}).")
  String engine = EngineChoice.AUTO;

  @Option(
      names = "--precision",
      paramLabel = "float32|bfloat16",
      defaultValue = "float32",
      description =
          "Number format inside the network. bfloat16 takes half the time and memory on processors"
              + " that support it (default: ${DEFAULT-VALUE}).")
  Precision precision = Precision.FLOAT32;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute (default: the processors that this process may use).")
  @Nullable Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemorySizeConverter.class,
      description =
          "How much memory the program may use, e.g. 6g or 800m. Images that wouldn't fit are"
              + " computed in less memory, more slowly, or refused (default: most of what is"
              + " free).")
  @Nullable Long memory;

  /** The engine that is asked for. */
  EngineChoice choice() {
    return new EngineChoice(engine, precision);
  }

  /** How many threads compute. */
  int threads() {
    return threads != null ? threads : Runtime.getRuntime().availableProcessors();
  }

  /** The memory that the process may take; bytes. */
  long memory(JobMethod method) {
    return memory != null ? memory : method.availableMemory();
  }
}
