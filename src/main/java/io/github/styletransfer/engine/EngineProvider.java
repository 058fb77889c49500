package io.github.styletransfer.engine;

import io.github.styletransfer.engine.natives.NativeLibraryException;
import java.nio.file.Path;
import java.util.Optional;

/** An executor of graphs, before it is chosen. */
public interface EngineProvider {
  /** As the command line and records have it, such as {@code onednn}. */
  String name();

  /** As people read it, such as {@code oneDNN}. */
  String title();

  /** How good a choice it is where it can be loaded; the highest is taken. */
  int rank();

  /**
   * Loads its libraries; called before all that follows.
   *
   * @throws NativeLibraryException if ND4J itself can't be loaded
   */
  void load() throws NativeLibraryException;

  /** What keeps it from being loaded on this machine, if anything does. */
  Optional<String> fault();

  /** Whether it computes in a number format. */
  Support support(Precision precision);

  /** The memory that it can have on this machine; bytes. */
  long availableMemory();

  /** Makes the factory of its engines. */
  EngineFactory create(Request request);

  /** Whether something can be done. */
  enum Support {
    /** It can. */
    YES,
    /** Not on this machine. */
    NOT_HERE,
    /** On none. */
    NEVER
  }

  /**
   * What engines are asked for.
   *
   * @param precision of weights and feature maps
   * @param memory bytes that the process may take, as far as that can be helped
   * @param times the file by which kernels are chosen
   * @param machine the processor, and all else that those times depend on
   */
  record Request(Precision precision, long memory, Path times, String machine) {}
}
