package io.github.styletransfer.spark;

import io.github.styletransfer.cli.BatchLine;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Entry point of the program for {@code spark-submit}: the command {@code batch} on a cluster. */
public final class StyleTransferOnSpark {
  private StyleTransferOnSpark() {}

  /** Runs a command line and ends the driver with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String... args) {
    try {
      BatchLine line = BatchLine.of(args);
      return line.printsHelp() ? ExitCode.SUCCESS.code() : run(line).code();
    } catch (UncheckedIOException e) {
      return BatchLine.end(
          new UserException(
              ExitCode.FAILURE, "A file system can't be used (" + FileFaults.inWords(e) + ").", e));
    } catch (IOException | UserException | RuntimeException | Error e) {
      return BatchLine.end(e);
    }
  }

  private static ExitCode run(BatchLine line) throws IOException, UserException {
    System.setProperty("java.awt.headless", "true");
    SparkConf conf =
        new SparkConf()
            .setIfMissing("spark.app.name", "style-transfer")
            .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      Path folder =
          ExecutorFolder.create(
              System.getenv(),
              conf.get("spark.local.dir", null),
              Path.of(System.getProperty("java.io.tmpdir", "")));
      return new ClusterBatch(line, spark, folder).run();
    }
  }
}
