package io.github.styletransfer.spark;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkFiles;

/** The files of a job, on this machine until this is closed. */
final class OpenInputs implements AutoCloseable {
  private final List<LocalCopy> open = new ArrayList<>();
  private final Map<String, String> originals = new LinkedHashMap<>();

  /**
   * The arguments with files of this machine in them.
   *
   * @throws IOException if a file can't be copied
   * @throws UserException if a file isn't there
   */
  List<String> arguments(List<JobArgument> arguments, LocalCopies copies)
      throws IOException, UserException {
    List<String> complete = new ArrayList<>();
    for (JobArgument argument : arguments) {
      String file =
          switch (argument.kind()) {
            case TEXT -> "";
            case GIVEN -> SparkFiles.get(argument.file());
            case INPUT -> copy(argument.file(), copies);
          };
      complete.add(argument.text() + file + argument.rest());
    }
    return complete;
  }

  private String copy(String name, LocalCopies copies) throws IOException, UserException {
    try {
      LocalCopy copy = copies.of(new Path(name));
      open.add(copy);
      originals.put(copy.file().toString(), name);
      return copy.file().toString();
    } catch (FileNotFoundException e) {
      throw new UserException(ExitCode.IMAGE, name + " isn't there any more.", e);
    }
  }

  /** A message with the originals' names instead of the copies'. */
  String named(String message) {
    String named = message;
    for (Map.Entry<String, String> original : originals.entrySet()) {
      named = named.replace(original.getKey(), original.getValue());
    }
    return named;
  }

  @Override
  public void close() {
    open.forEach(LocalCopy::close);
    open.clear();
  }
}
