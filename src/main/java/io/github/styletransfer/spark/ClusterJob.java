package io.github.styletransfer.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A job as a task gets it.
 *
 * @param content full name of the photo
 * @param style the paintings, for people
 * @param output full name of the result
 * @param entry full name of the ledger's entry
 * @param key tells the job apart from others that would write the same result
 * @param arguments of the plain command, except where it writes and what it may take
 */
record ClusterJob(
    String content,
    String style,
    String output,
    String entry,
    String key,
    ArrayList<JobArgument> arguments)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static ClusterJob of(
      String content,
      String style,
      String output,
      String entry,
      String key,
      List<JobArgument> arguments) {
    return new ClusterJob(content, style, output, entry, key, new ArrayList<>(arguments));
  }

  /** Whether it may replace a result. */
  boolean replaces() {
    return !arguments.contains(JobArgument.text("--overwrite=false"));
  }
}
