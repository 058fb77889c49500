package io.github.styletransfer.engine.samediff;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.EngineProvider;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.natives.NativeLibraries;
import io.github.styletransfer.engine.natives.NativeLibraryException;
import io.github.styletransfer.engine.natives.NativeRuntime;
import java.util.Optional;

/** SameDiff's own session: on every machine that ND4J runs on, and slow. */
public final class SameDiffProvider implements EngineProvider {
  @Override
  public String name() {
    return SameDiffEngineFactory.NAME;
  }

  @Override
  public String title() {
    return "SameDiff";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public void load() throws NativeLibraryException {
    NativeLibraries.load(false);
  }

  @Override
  public Optional<String> fault() {
    return Optional.empty();
  }

  @Override
  public Support support(Precision precision) {
    return precision == Precision.FLOAT32 ? Support.YES : Support.NEVER;
  }

  @Override
  public long availableMemory() {
    return NativeRuntime.availableMemory();
  }

  @Override
  public EngineFactory create(Request request) {
    return new SameDiffEngineFactory();
  }
}
