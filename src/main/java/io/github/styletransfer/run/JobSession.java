package io.github.styletransfer.run;

import io.github.styletransfer.descent.Session;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.job.EngineChoice;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.network.NetworkFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What several jobs have in common: the native libraries, the engine, and for each network that
 * they ask for a {@link Session}. All is loaded once.
 */
public final class JobSession implements AutoCloseable {
  private final EngineChoice engine;
  private final Path convolutionTimes;
  private final int mostIdle;
  private final Map<NetworkKey, Session> sessions = new HashMap<>();
  private @Nullable CompletableFuture<Void> libraries;
  private @Nullable EngineFactory engines;

  private record NetworkKey(NetworkChoice network, int depth) {}

  private JobSession(EngineChoice engine, Path convolutionTimes, int mostIdle) {
    this.engine = engine;
    this.convolutionTimes = convolutionTimes;
    this.mostIdle = mostIdle;
  }

  /**
   * Opens a session for one job; nothing is loaded yet.
   *
   * @param convolutionTimes the file by which convolutions' kernels are chosen
   */
  public static JobSession forOneJob(EngineChoice engine, Path convolutionTimes) {
    return new JobSession(engine, convolutionTimes, 0);
  }

  /** Begins to load the native libraries beside what is done in the meantime, once. */
  void preload() {
    if (libraries == null) {
      libraries = engine.preload();
    }
  }

  /**
   * Waits for the libraries, and loads the network, unless another job has.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   * @throws NetworkFileException if the network can't be loaded
   * @throws UserException if this machine can't do what the engine is asked for
   */
  Session on(NetworkChoice network, int shortestSide) throws NetworkFileException, UserException {
    preload();
    Objects.requireNonNull(libraries).join();
    NetworkKey key = new NetworkKey(network, network.kind().depth(shortestSide));
    @Nullable Session known = sessions.get(key);
    if (known != null) {
      return known;
    }
    Session session = new Session(engines(), network.load(shortestSide), mostIdle);
    sessions.put(key, session);
    return session;
  }

  private EngineFactory engines() throws UserException {
    if (engines == null) {
      engines = engine.factory(convolutionTimes);
    }
    return engines;
  }

  @Override
  public void close() {
    sessions.values().forEach(Session::close);
    sessions.clear();
  }
}
