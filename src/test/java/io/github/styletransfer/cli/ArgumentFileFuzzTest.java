package io.github.styletransfer.cli;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file of arguments holds, they are taken or refused in a message. */
@Timeout(10)
class ArgumentFileFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "--style-weight=300 --size 64\n--engine=samediff\n",
            "# comment\n--init=\"no such\" --seed=-1 --no-match-colors --no-overwrite -q\n",
            "--network net.mat --kernel-layout=hw --content-layers=relu1_1:2,relu2_1\n",
            "--optimizer=lbfgs --iterations=9 --sizes=2 --checkpoints=3 --history=4",
            "--help",
            "--version --config x",
            "fetch --url=x",
            "check -- x",
            "@arguments")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void run(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("arguments"), content);
    HarmlessRun.in(folder, "@" + file);
  }
}
