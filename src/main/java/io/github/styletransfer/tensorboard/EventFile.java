package io.github.styletransfer.tensorboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Names of event files, by which TensorBoard recognises and sorts them. */
final class EventFile {
  private static final String UNKNOWN_HOST = "localhost";
  private static final int LONGEST_HOST = 63;

  private EventFile() {}

  /**
   * Makes an empty file whose name no other run has taken.
   *
   * @throws IOException if it can't be created
   */
  static Path create(Path folder, Instant now, String host) throws IOException {
    String name = "events.out.tfevents." + now.getEpochSecond() + "." + portable(host);
    Path file = folder.resolve(name);
    for (int count = 1; !isCreated(file); count++) {
      file = folder.resolve(name + "." + count);
    }
    return file;
  }

  private static boolean isCreated(Path file) throws IOException {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return UNKNOWN_HOST;
    }
  }

  /** Without characters that file names can't have on some systems. */
  private static String portable(String host) {
    String name = host.replaceAll("[^A-Za-z0-9.-]", "_");
    String shortened = name.substring(0, Math.min(name.length(), LONGEST_HOST));
    String undotted = shortened.replaceAll("\\.+$", "");
    return undotted.isEmpty() ? UNKNOWN_HOST : undotted;
  }
}
