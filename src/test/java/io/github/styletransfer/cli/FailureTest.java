package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void memoryIsMissingWhereverThatWasNoticed() {
    OutOfMemoryError memory = new OutOfMemoryError("Java heap space");

    for (Throwable thrown :
        new Throwable[] {
          memory, new CompletionException(memory), new IOException("while writing", memory)
        }) {
      assertThat(Failure.of(thrown))
          .isEqualTo(
              new Failure(
                  ExitCode.MEMORY,
                  "There isn't enough memory (Java heap space). Pass a smaller --size, use smaller"
                      + " images, or give Java more memory, as in java -Xmx8g -jar"
                      + " style-transfer.jar."));
    }
  }

  @Test
  void anotherErrorIsUnforeseen() {
    assertThat(Failure.of(new StackOverflowError()))
        .isEqualTo(
            new Failure(
                ExitCode.FAILURE,
                "unexpected failure: java.lang.StackOverflowError (-v shows the stack trace)"));
  }

  @Test
  void whatFailedInAnotherThreadIsSaidAsItIs() {
    UserException user = new UserException(ExitCode.OUTPUT, "There is no room.");

    assertThat(Failure.of(new CompletionException(user)))
        .isEqualTo(new Failure(ExitCode.OUTPUT, "There is no room."));
  }
}
