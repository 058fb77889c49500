package io.github.styletransfer.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a process was started with, byte for byte, from Linux's /proc. Java's own strings lack what
 * its locale can't express.
 */
final class RawNames {
  private final byte[] commandLine;
  private final byte[] environment;

  /**
   * Takes it from the given bytes.
   *
   * @param commandLine arguments, each ended by a zero
   * @param environment NAME=VALUE, each ended by a zero
   */
  RawNames(byte[] commandLine, byte[] environment) {
    this.commandLine = commandLine.clone();
    this.environment = environment.clone();
  }

  /** Those of this process; empty on other systems. */
  static RawNames ofProcess() {
    return new RawNames(read("/proc/self/cmdline"), read("/proc/self/environ"));
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * An argument, if it is UTF-8.
   *
   * @param fromEnd 1 for the last
   */
  Optional<String> argument(int fromEnd) {
    List<byte[]> arguments = split(commandLine);
    return fromEnd > arguments.size()
        ? Optional.empty()
        : decode(arguments.get(arguments.size() - fromEnd));
  }

  /** An environment variable's value, if it is there and UTF-8. */
  Optional<String> variable(String name) {
    return split(environment).stream()
        .flatMap(entry -> decode(entry).stream())
        .filter(entry -> entry.startsWith(name + "="))
        .map(entry -> entry.substring(name.length() + 1))
        .findFirst();
  }

  private static List<byte[]> split(byte[] bytes) {
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        parts.add(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    return parts;
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
