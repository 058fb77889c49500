package io.github.styletransfer.cli;

import io.github.styletransfer.engine.natives.NativeLibraryException;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.job.UserFolders;
import io.github.styletransfer.network.NetworkFileException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What ended a run, for the person who started it.
 *
 * @param exitCode what the process ends with
 * @param message what is wrong, and what to do
 */
record Failure(ExitCode exitCode, String message) {
  private static final String ANOTHER_FOLDER =
      "Set the environment variable " + UserFolders.CACHE_VARIABLE + " to ";

  /** Says what was thrown anywhere in the program. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof CompletionException && thrown.getCause() != null) {
      return of(thrown.getCause());
    }
    Optional<String> name = NameEncoding.ofProcess().fault(thrown);
    if (name.isPresent()) {
      return new Failure(ExitCode.USAGE, name.get());
    }
    String message = String.valueOf(thrown.getMessage());
    if (thrown instanceof UserException user) {
      return new Failure(user.exitCode(), message);
    }
    Throwable root = root(thrown);
    boolean memory = root instanceof OutOfMemoryError;
    if (thrown instanceof ImageFileException) {
      return new Failure(memory ? ExitCode.MEMORY : ExitCode.IMAGE, message);
    }
    if (thrown instanceof NetworkFileException) {
      return new Failure(memory ? ExitCode.MEMORY : ExitCode.NETWORK, message);
    }
    if (thrown instanceof NativeLibraryException natives) {
      return new Failure(ExitCode.NATIVES, message + ". " + remedy(natives));
    }
    if (memory) {
      return new Failure(
          ExitCode.MEMORY,
          "There isn't enough memory ("
              + root.getMessage()
              + "). Pass a smaller --size, use smaller images, or give Java more memory, as in java"
              + " -Xmx8g -jar style-transfer.jar.");
    }
    return new Failure(
        ExitCode.FAILURE, "unexpected failure: " + thrown + " (-v shows the stack trace)");
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String remedy(NativeLibraryException natives) {
    return switch (natives.reason()) {
      case ROOM -> ANOTHER_FOLDER + "a folder on a disk with more room.";
      case FOLDER -> ANOTHER_FOLDER + "a folder that can be written to.";
      case NOT_EXECUTABLE ->
          "The folder seems to be mounted noexec: "
              + "set the environment variable "
              + UserFolders.CACHE_VARIABLE
              + " to "
              + "one that programs can be run from.";
      case SYSTEM ->
          "They need glibc 2.34 or newer and libstdc++, as in Debian 12, Ubuntu 22.04, RHEL 9 and"
              + " later; musl, as in Alpine, won't do.";
      case UNKNOWN -> "Delete that folder to have them unpacked again.";
    };
  }
}
