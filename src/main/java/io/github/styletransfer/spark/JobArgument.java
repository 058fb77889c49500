package io.github.styletransfer.spark;

import java.io.Serializable;

/**
 * An argument of a job's command line, which isn't complete before an executor knows where its
 * files are.
 *
 * @param text what is before the file
 * @param kind where the file is
 * @param file its name; empty if there is none
 * @param rest what is after it
 */
record JobArgument(String text, Kind kind, String file, String rest) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where a file is. */
  enum Kind {
    /** There is none. */
    TEXT,
    /** In a Hadoop file system, under its full name. */
    INPUT,
    /** Among those that Spark gives to each executor, under its name without folders. */
    GIVEN
  }

  /** An argument that needs no file. */
  static JobArgument text(String text) {
    return new JobArgument(text, Kind.TEXT, "", "");
  }

  /** An option whose value is an input. */
  static JobArgument input(String option, String file, String rest) {
    return new JobArgument("--" + option + "=", Kind.INPUT, file, rest);
  }
}
