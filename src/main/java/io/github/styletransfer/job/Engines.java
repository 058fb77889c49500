package io.github.styletransfer.job;

import io.github.styletransfer.engine.EngineProvider;
import io.github.styletransfer.engine.onednn.OneDnnProvider;
import io.github.styletransfer.engine.samediff.SameDiffProvider;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The engines that there are. Another one is a package, and an entry here. */
public final class Engines {
  /** All of them, the best first. */
  static final List<EngineProvider> ALL =
      Stream.of(new OneDnnProvider(new SameDiffProvider()), new SameDiffProvider())
          .sorted(Comparator.comparingInt(EngineProvider::rank).reversed())
          .toList();

  private Engines() {}

  /** The values that {@code --engine} takes. */
  public static List<String> names() {
    return Stream.concat(Stream.of(EngineChoice.AUTO), ALL.stream().map(EngineProvider::name))
        .toList();
  }

  /** The memory that the engine of a name can have on this machine; bytes. */
  public static long availableMemory(String name) {
    return named(name).get(0).availableMemory();
  }

  /** The engines that a value of {@code --engine} stands for, the best first. */
  static List<EngineProvider> named(String name) {
    return name.equals(EngineChoice.AUTO)
        ? ALL
        : ALL.stream().filter(provider -> provider.name().equals(name)).toList();
  }
}
