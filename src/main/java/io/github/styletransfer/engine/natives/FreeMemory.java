package io.github.styletransfer.engine.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory that programs can still be given without pushing others out, as Linux tells it. */
public final class FreeMemory {
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final String KEY = "MemAvailable:";
  private static final long KIB = 1024;

  /** The rest is for what other programs ask for meanwhile. */
  private static final double USABLE_SHARE = 0.9;

  private FreeMemory() {}

  /** Most of it, in bytes; empty on other systems. */
  public static OptionalLong usable() {
    OptionalLong free = bytes();
    return free.isEmpty() ? free : OptionalLong.of(Math.round(USABLE_SHARE * free.getAsLong()));
  }

  private static OptionalLong bytes() {
    try (Stream<String> lines = Files.lines(MEMINFO)) {
      return lines
          .filter(line -> line.startsWith(KEY))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
