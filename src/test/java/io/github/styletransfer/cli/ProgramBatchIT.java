package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A batch of the packaged program, killed and watched. */
@DisabledOnOs(OS.WINDOWS)
class ProgramBatchIT {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;

  /** How often a batch is killed; -Dbatch.kills names another number. */
  private static final int KILLS = Integer.getInteger("batch.kills", 2);

  private static final int PHOTOS = 6;
  private static final int LONGEST_MILLIS = 3000;

  @TempDir private Path folder;

  @BeforeEach
  void makePhotos() throws IOException {
    Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < PHOTOS; i++) {
      Path photo = Files.copy(GOLDEN.file("content.png"), folder.resolve("photos/p" + i + ".png"));
      Files.write(photo, new byte[i], StandardOpenOption.APPEND);
    }
  }

  /** At random moments, with one job at a time and with two. */
  @Test
  void killedAtAnyMomentItDoesEachPictureOnceAndTheSame() throws Exception {
    assertThat(start("whole", 1).exitCode()).isZero();
    Random random = new Random(20);
    for (int i = 0; i < KILLS; i++) {
      String results = "killed" + i;
      ProgramProcess killed = start(results, 1 + i % 2);
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
      killed.signal("KILL");
      killed.exitCode();
      ProgramProcess again = start(results, 1 + i % 2);

      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.out().lines()).hasSize(PHOTOS);
      assertThat(files(folder.resolve(results))).isEqualTo(files(folder.resolve("whole")));
      for (String name : files(folder.resolve("whole"))) {
        assertThat(folder.resolve(results).resolve(name))
            .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
      }
      assertThat(ledger(results)).hasSize(PHOTOS).doesNotHaveDuplicates();
    }
  }

  @Test
  void oneBarShowsAllPicturesAtATerminal() throws Exception {
    List<String> command = ProgramProcess.command(folder, args("out", 1).toList());
    try (TerminalProcess terminal = TerminalProcess.start(folder, 100, command)) {
      terminal.await("-style.png");
      assertThat(terminal.end()).isEqualTo("exit 0");
      assertThat(terminal.printed())
          .contains("6 pictures to paint", "Painting", "/6 ", "6/6", "6 of 6 pictures done")
          .doesNotContain("Iterations 1 to", "6/6 out/");
    }
  }

  private ProgramProcess start(String results, int jobs) throws IOException {
    return ProgramProcess.start(folder, args(results, jobs).toList());
  }

  private static Stream<String> args(String results, int jobs) {
    return Stream.of(
        "batch",
        "--content=photos",
        "--style=" + GOLDEN.file("style.png"),
        "--output=" + results,
        "--name={content}-{style}.png",
        "--size=160",
        "--threads=2",
        "--jobs=" + jobs,
        "--save-state-every=1s");
  }

  /** The results that the ledger names. */
  private List<String> ledger(String results) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      for (Path log :
          logs.filter(log -> log.getFileName().toString().startsWith(results)).toList()) {
        for (String line : Files.readAllLines(log.resolve("ledger.jsonl"))) {
          names.add(line.substring(0, line.indexOf("\",\"key")));
        }
      }
    }
    return names;
  }

  /** All files of a folder, hidden ones and what was begun included. */
  private static List<String> files(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .sorted()
          .toList();
    }
  }
}
