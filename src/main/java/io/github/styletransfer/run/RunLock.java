package io.github.styletransfer.run;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.storage.FileLock;
import io.github.styletransfer.storage.HiddenFile;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps two runs from writing to the same result or log folder at once. */
public final class RunLock implements AutoCloseable {
  private final FileLock output;
  private final FileLock logs;

  private RunLock(FileLock output, FileLock logs) {
    this.output = output;
    this.logs = logs;
  }

  /**
   * Takes both, in folders that exist.
   *
   * @throws UserException if another run has one of them
   */
  public static RunLock of(OutputFiles files) throws UserException {
    Path result = files.result();
    FileLock output =
        lock(
            HiddenFile.beside(files.target(), "lock"),
            "Another run is writing to "
                + result
                + ": wait until it has finished, or choose another --output.");
    try {
      return new RunLock(
          output,
          lock(
              files.logDirectory().resolve(".lock"),
              "Another run is writing to "
                  + files.logDirectory()
                  + ": wait until it has finished, or choose another --log-dir."));
    } catch (UserException e) {
      output.close();
      throw e;
    }
  }

  private static FileLock lock(Path file, String taken) throws UserException {
    try {
      return FileLock.tryLock(file).orElseThrow(() -> new UserException(ExitCode.OUTPUT, taken));
    } catch (IOException e) {
      throw new UserException(
          ExitCode.OUTPUT,
          "The file " + file + " can't be created and locked (" + FileFaults.inWords(e) + ").",
          e);
    }
  }

  @Override
  public void close() {
    logs.close();
    output.close();
  }
}
