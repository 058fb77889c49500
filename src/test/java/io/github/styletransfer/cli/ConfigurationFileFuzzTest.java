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

/** Whatever a configuration file holds, it is taken or refused in a message. */
@Timeout(10)
class ConfigurationFileFuzzTest {
  @TempDir private Path folder;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "style-weight=300\nsize=64\nengine=samediff\npooling=avg\n",
            "init : noise\nseed=-1\nmatch-colors=no\noverwrite=false\nmemory=6g\nthreads=1\n",
            "network=net.mat\nkernel-layout=hw\ncontent-layers=relu1_1:2,relu2_1\n",
            "optimizer=lbfgs\niterations=9\nsizes=2\ncheckpoints=3\nhistory=4\nprecision=float32\n",
            "learning-rate=1e3\nbeta1=.9\nbeta2=.99\nepsilon=1\ntv-weight=NaN\nverbose=\n",
            "style-layers=\\u0020,\\\n a:\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void run(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("config.properties"), content);
    HarmlessRun.in(folder, "--config=" + file);
  }
}
