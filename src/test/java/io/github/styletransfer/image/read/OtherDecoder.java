package io.github.styletransfer.image.read;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Pillow, in a Python process, beside which the study reads the next file; or nothing. */
final class OtherDecoder implements AutoCloseable {
  private final @Nullable Process process;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  private OtherDecoder(@Nullable Process process) {
    this.process = process;
  }

  /** Starts a Python, if it is there and has Pillow and numpy. */
  static OtherDecoder start(String python) throws IOException, InterruptedException {
    try {
      Process probe =
          new ProcessBuilder(python, "-c", "import numpy, PIL.Image").inheritIO().start();
      if (probe.waitFor() == 0) {
        return new OtherDecoder(
            new ProcessBuilder(List.of(python, "benchmarks/compare_images.py"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
      }
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
    System.out.println("Without Pillow and numpy, nothing is compared");
    return new OtherDecoder(null);
  }

  /** Compares a file's pixels, which it removes. */
  Future<StudiedFile> compare(StudiedFile read, Path pixels) {
    if (process == null || read.verdict() == Verdict.CRASH) {
      return CompletableFuture.completedFuture(read);
    }
    return thread.submit(() -> compare(process, read, pixels));
  }

  private static StudiedFile compare(Process process, StudiedFile read, Path pixels)
      throws IOException {
    BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8);
    String made = read.verdict() == Verdict.READ ? pixels.toString() : "";
    out.write(read.file().toAbsolutePath() + "\t" + made + "\n");
    out.flush();
    BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("compare_images.py ended at " + read.file());
    }
    Files.deleteIfExists(pixels);
    return read.compared(answer);
  }

  @Override
  public void close() {
    thread.shutdown();
    if (process != null) {
      process.destroy();
    }
  }
}
