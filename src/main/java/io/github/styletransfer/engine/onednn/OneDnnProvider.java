package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.EngineProvider;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.natives.NativeLibraries;
import io.github.styletransfer.engine.natives.NativeLibraryException;
import io.github.styletransfer.engine.natives.NativeRuntime;
import java.util.Optional;

/**
 * oneDNN's primitives, on a plan made for the model.
 *
 * @param otherwise runs the graphs that have an operation unknown to oneDNN's plans
 */
public record OneDnnProvider(EngineProvider otherwise) implements EngineProvider {
  @Override
  public String name() {
    return OneDnnEngineFactory.NAME;
  }

  @Override
  public String title() {
    return "oneDNN";
  }

  @Override
  public int rank() {
    return 10;
  }

  @Override
  public void load() throws NativeLibraryException {
    NativeLibraries.load(true);
    OneDnn.fault();
  }

  @Override
  public Optional<String> fault() {
    return OneDnn.fault();
  }

  /** Where the processor would have to imitate bfloat16, it would be slower than float32. */
  @Override
  public Support support(Precision precision) {
    return precision == Precision.FLOAT32 || OneDnn.hasBfloat16() ? Support.YES : Support.NOT_HERE;
  }

  @Override
  public long availableMemory() {
    return NativeRuntime.availableMemory();
  }

  @Override
  public EngineFactory create(Request request) {
    return new OneDnnEngineFactory(request.precision(), request.memory(), otherwise.create(request))
        .timed(request.times(), request.machine());
  }
}
