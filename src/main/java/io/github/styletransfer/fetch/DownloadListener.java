package io.github.styletransfer.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** Is told how a download proceeds. All calls come from the thread that downloads. */
public interface DownloadListener {
  /** The file was there and right; nothing is downloaded. */
  void alreadyThere(Path target);

  /** Another file has the target's name; it stays until the new one is complete. */
  void replaces(Path target);

  /**
   * The data received earlier are of no use.
   *
   * @param why a sentence without a full stop
   */
  void startsAfresh(String why);

  /**
   * Data are about to arrive.
   *
   * @param have bytes that are there already
   * @param total length of the file in bytes, if it is known
   */
  void started(long have, OptionalLong total);

  /** So many bytes of the file are there now. */
  void advanced(long have);

  /** The data that {@link #started} announced have been received, or the download broke off. */
  void stopped();

  /**
   * The connection broke and will be made again.
   *
   * @param what a sentence without a full stop
   */
  void interrupted(String what, Duration pause);

  /** All bytes are there and are compared with the SHA-256. */
  void verifies();
}
