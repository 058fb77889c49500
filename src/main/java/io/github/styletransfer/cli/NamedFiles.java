package io.github.styletransfer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files that a batch's arguments may name, wherever they are kept. */
public interface NamedFiles {
  /**
   * The full name of a file.
   *
   * @param folder that a relative name is in; empty for the working directory
   * @param name as on the command line
   */
  String resolve(String folder, String name);

  /** Whether there is a file or folder of a full name. */
  boolean exists(String name);

  /** Whether there is a folder of a full name. */
  boolean isFolder(String name);

  /**
   * The files in a folder, hidden ones included, in the order of their names.
   *
   * @param depth 1 for those of the folder itself, 2 for those of the folders in it, too, and so on
   * @return names below the folder, with {@code /} in them
   * @throws IOException if they can't be listed
   */
  List<String> files(String folder, int depth) throws IOException;

  /** What there is beside a name that doesn't exist, as it would be written; empty if unknown. */
  List<String> beside(String name);

  /** The one full name of all names that lead to a file. */
  String real(String name);

  /**
   * A file that can be read here.
   *
   * @param name as on the command line
   * @throws IOException if it can't be made
   */
  Path local(String name) throws IOException;
}
