package io.github.styletransfer.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of the test's own, and the program in it. */
abstract class ProgramFixture {
  /** Ends the message about a wrong command line. */
  static final String SEE_HELP = "Run 'style-transfer --help' for help.\n";

  @TempDir Path folder;
  Program program;

  @BeforeEach
  void openTheFolder() throws IOException {
    folder = folder.toRealPath();
    program = new Program(folder);
  }
}
