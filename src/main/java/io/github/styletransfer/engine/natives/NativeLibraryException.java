package io.github.styletransfer.engine.natives;

import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Native libraries that can't be unpacked or loaded; the message says what is in the way. */
public final class NativeLibraryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of thing is in the way. */
  public enum Reason {
    /** There is too little room for them. */
    ROOM,
    /** Nothing can be written to the folder. */
    FOLDER,
    /** Programs can't be run from the folder. */
    NOT_EXECUTABLE,
    /** The system's own libraries are missing, or too old. */
    SYSTEM,
    /** Something else. */
    UNKNOWN
  }

  private static final String NO_ROOM = "No space left on device";
  private static final long MEGABYTE = 1_000_000;

  private final Reason reason;

  private NativeLibraryException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What kind of thing is in the way. */
  public Reason reason() {
    return reason;
  }

  /**
   * They can't be unpacked to a folder.
   *
   * @param missing bytes of what isn't there
   */
  static NativeLibraryException ofUnpacking(Path folder, long missing, IOException cause) {
    String detail = detail(cause);
    String what = "The native libraries can't be unpacked to " + folder + ": " + detail;
    return Stream.of(NO_ROOM, "quota").anyMatch(detail::contains)
        ? new NativeLibraryException(
            Reason.ROOM, what + ", and " + missing / MEGABYTE + " MB more are needed", cause)
        : new NativeLibraryException(Reason.FOLDER, what, cause);
  }

  private static String detail(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "there is no permission to write to " + denied.getFile();
    }
    if (cause instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is not a folder";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return Objects.requireNonNullElse(file.getReason(), "");
    }
    return FileFaults.inWords(cause);
  }

  /**
   * They can't be loaded from a folder.
   *
   * @param detail what the system's loader said
   */
  static NativeLibraryException ofLoading(Path folder, String detail, Throwable cause) {
    return new NativeLibraryException(
        reason(detail), "The native libraries in " + folder + " can't be loaded: " + detail, cause);
  }

  private static Reason reason(String detail) {
    if (detail.contains(NO_ROOM)) {
      return Reason.ROOM;
    }
    if (Stream.of("failed to map segment", "Operation not permitted", "Permission denied")
        .anyMatch(detail::contains)) {
      return Reason.NOT_EXECUTABLE;
    }
    // The first three are glibc's words, the others musl's.
    return Stream.of(
                "GLIBC",
                "CXXABI",
                "cannot open shared object file",
                "Error loading shared library",
                "Error relocating")
            .anyMatch(detail::contains)
        ? Reason.SYSTEM
        : Reason.UNKNOWN;
  }
}
