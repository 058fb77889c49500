package io.github.styletransfer.record;

import io.github.styletransfer.loss.Losses;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a run that {@code run.json} holds: what was asked for, of which inputs, on which
 * machine, and how it ended.
 *
 * @param status how far the run has come
 * @param started when the run began
 * @param seconds from then to the writing of this record
 * @param options every option in force, by its long name without dashes, as on the command line
 * @param inputs the files read, by their role
 * @param environment versions, processor, engine
 * @param job everything that decides the result, which distinguishes the run from others
 * @param evaluations iterations done, of which fewer may be counted after an early stop
 * @param secondsPerIteration of the last size, on average; 0 before there is one
 * @param losses the last ones evaluated
 * @param result the result, once it is written
 * @param files what else was written
 * @param missing what couldn't be written
 */
public record RunManifest(
    Status status,
    Instant started,
    double seconds,
    Map<String, String> options,
    Map<String, HashedFile> inputs,
    Map<String, String> environment,
    Map<String, String> job,
    int evaluations,
    double secondsPerIteration,
    Optional<Losses> losses,
    Optional<HashedFile> result,
    List<Path> files,
    List<Path> missing) {
  /** Keeps the order of all entries. */
  public RunManifest {
    options = ordered(options);
    inputs = ordered(inputs);
    environment = ordered(environment);
    job = ordered(job);
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** How far a run has come. */
  public enum Status {
    /** It is under way, or was killed. */
    RUNNING,
    /** The result was made. */
    FINISHED,
    /** A person or the system stopped it. */
    STOPPED,
    /** The loss became NaN or infinite. */
    DIVERGED
  }

  /**
   * A file at one time.
   *
   * @param file absolute
   * @param sha256 in lower-case hexadecimal digits
   */
  public record HashedFile(Path file, String sha256) {}
}
