package io.github.styletransfer.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files that readers see either whole or not at all: the content goes to a hidden temporary
 * file in the same folder, is forced to disk and then takes the target's name in one step. When
 * anything fails, the temporary file is removed and an existing target stays as it was. Symbolic
 * links stay: the file that a link leads to is replaced.
 */
public final class AtomicFile {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
  private static final Pattern TEMPORARY = Pattern.compile("\\.(.+)\\.(\\d{1,18})\\.tmp");

  private AtomicFile() {}

  /**
   * Writes a file through a buffered stream.
   *
   * @param target the file, replaced if it exists; its folder must exist
   * @param body writes the content; the stream is closed afterwards
   * @throws IOException when the body throws it, or the file can't be written or named
   */
  public static void write(Path target, IoConsumer<OutputStream> body) throws IOException {
    replace(
        target,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            body.accept(out);
          }
        });
  }

  /**
   * Writes a file by path, for writers that need more than a stream.
   *
   * @param target the file, replaced if it exists; its folder must exist
   * @param body writes the content to the path it is given, which need not exist yet
   * @throws IOException when the body throws it, or the file can't be written or named
   */
  public static void replace(Path target, IoConsumer<Path> body) throws IOException {
    Path file = SymbolicLinks.followed(target);
    Path temporary = HiddenFile.beside(file, ProcessHandle.current().pid() + ".tmp");
    temporary.toFile().deleteOnExit();
    try {
      body.accept(temporary);
      force(temporary);
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Deletes what processes that were killed in the middle of writing files have left.
   *
   * @param folder of the files; nothing is done if it isn't there
   * @param targets whether a file of this name is one of them
   */
  public static void deleteLeftovers(Path folder, Predicate<String> targets) {
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path file : hidden) {
        Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
        if (name.matches()
            && targets.test(name.group(1))
            && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("What killed processes left in {} stays", folder, e);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
