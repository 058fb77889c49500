package io.github.styletransfer.run;

import io.github.styletransfer.descent.Session;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.record.InputDigests;
import io.github.styletransfer.record.RunSpeeds;
import io.github.styletransfer.transfer.PlannedStage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What several jobs with the same engine have in common: the native libraries, the engine, and for
 * each network that they ask for a {@link Session}. All is loaded once, and nothing for a job that
 * needs no network.
 */
public final class JobSession implements AutoCloseable {
  /** Engines kept for later jobs: those of all sizes of a job. */
  private static final int MOST_IDLE = 12;

  private final Path convolutionTimes;
  private final int mostIdle;
  private final ImageSource images;
  private final InputDigests digests;
  private final Optional<RunSpeeds> speeds;
  private final Map<NetworkKey, Session> sessions = new HashMap<>();
  private @Nullable CompletableFuture<Void> libraries;
  private @Nullable EngineFactory engines;

  private record NetworkKey(NetworkChoice network, int depth) {}

  private JobSession(
      Path convolutionTimes,
      int mostIdle,
      ImageSource images,
      InputDigests digests,
      Optional<RunSpeeds> speeds) {
    this.speeds = speeds;
    this.convolutionTimes = convolutionTimes;
    this.mostIdle = mostIdle;
    this.images = images;
    this.digests = digests;
  }

  /**
   * Opens a session for one job; nothing is loaded yet.
   *
   * @param convolutionTimes the file by which convolutions' kernels are chosen
   * @param speeds learn how fast the job was
   */
  public static JobSession forOneJob(Path convolutionTimes, RunSpeeds speeds) {
    return new JobSession(
        convolutionTimes, 0, ImageSource.FILES, new InputDigests(), Optional.of(speeds));
  }

  /**
   * Opens a session for many jobs, one after another; nothing is loaded yet. Sessions for jobs that
   * are done at the same time can share what follows.
   *
   * @param convolutionTimes the file by which convolutions' kernels are chosen
   * @param images where photos and paintings come from
   * @param digests the checksums of the jobs' inputs
   */
  public static JobSession forManyJobs(
      Path convolutionTimes, ImageSource images, InputDigests digests) {
    return new JobSession(convolutionTimes, MOST_IDLE, images, digests, Optional.empty());
  }

  ImageSource images() {
    return images;
  }

  InputDigests digests() {
    return digests;
  }

  void learn(TransferJob job, List<PlannedStage> stages, Duration taken) {
    speeds.ifPresent(some -> some.learn(job, stages, taken));
  }

  /**
   * Begins to load the native libraries that a job needs beside what is done in the meantime, once.
   */
  void preload(TransferJob job) {
    if (libraries == null && job.method() instanceof NetworkMethod method) {
      libraries = method.engine().preload(job.threads());
    }
  }

  /**
   * Waits for the libraries, and loads the network, unless another job has.
   *
   * @param job that is done
   * @param method the job's
   * @param shortestSide in pixels, of the images that the network will be used on
   * @throws NetworkFileException if the network can't be loaded
   * @throws UserException if this machine can't do what the engine is asked for
   */
  Session on(TransferJob job, NetworkMethod method, int shortestSide)
      throws NetworkFileException, UserException {
    NetworkChoice network = method.network();
    preload(job);
    Objects.requireNonNull(libraries).join();
    NetworkKey key = new NetworkKey(network, network.kind().depth(shortestSide));
    @Nullable Session known = sessions.get(key);
    if (known != null) {
      return known;
    }
    Session session = new Session(engines(job, method), network.load(shortestSide), mostIdle);
    sessions.put(key, session);
    return session;
  }

  private EngineFactory engines(TransferJob job, NetworkMethod method) throws UserException {
    if (engines == null) {
      engines = method.engine().factory(job.threads(), job.memory(), convolutionTimes);
    }
    return engines;
  }

  @Override
  public void close() {
    sessions.values().forEach(Session::close);
    sessions.clear();
  }
}
