package io.github.styletransfer.spark;

import io.github.styletransfer.engine.natives.NativeLibraries;
import io.github.styletransfer.job.UserFolders;
import io.github.styletransfer.record.InputDigests;
import io.github.styletransfer.run.JobSession;
import io.github.styletransfer.run.SharedImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a process share, one after another and at the same time: a folder with native
 * libraries and copies of inputs, and sessions with networks, plans and style targets, as many as
 * there are tasks at a time.
 */
final class ExecutorProcess {
  private static final long MOST_BYTES_OF_COPIES = 4L << 30;

  /** The only one. Spark makes each task anew, and gives it nothing of the process. */
  private static @Nullable ExecutorProcess only;

  private final Path folder;
  private final LocalCopies copies;
  private final Path convolutionTimes;
  private final SharedImages images = new SharedImages();
  private final InputDigests digests = new InputDigests();
  private final ConcurrentLinkedDeque<JobSession> idle = new ConcurrentLinkedDeque<>();

  private ExecutorProcess(Path folder, Path cache, Configuration configuration) throws IOException {
    this.folder = folder;
    this.copies =
        new LocalCopies(
            Files.createDirectory(folder.resolve("inputs")), MOST_BYTES_OF_COPIES, configuration);
    this.convolutionTimes = new UserFolders(folder, cache).convolutionTimes();
  }

  /**
   * That of this process.
   *
   * @param configuration what file systems there are
   * @throws IOException if its folder can't be created
   */
  static synchronized ExecutorProcess get(Configuration configuration) throws IOException {
    if (only == null) {
      Map<String, String> environment = System.getenv();
      Path folder =
          ExecutorFolder.create(
              environment,
              SparkEnv.get().conf().get("spark.local.dir", null),
              Path.of(System.getProperty("java.io.tmpdir", "")));
      String chosen = environment.getOrDefault(UserFolders.CACHE_VARIABLE, "");
      Path cache = chosen.isEmpty() ? folder.resolve("cache") : Path.of(chosen);
      System.setProperty("java.awt.headless", "true");
      NativeLibraries.unpackTo(cache);
      only = new ExecutorProcess(folder, cache, configuration);
    }
    return only;
  }

  LocalCopies copies() {
    return copies;
  }

  /** A new folder for an attempt, which deletes it. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(folder, "job-");
  }

  /** A session that no other attempt has. */
  JobSession borrow() {
    JobSession session = idle.poll();
    return session == null ? JobSession.forManyJobs(convolutionTimes, images, digests) : session;
  }

  /** Takes a session back for the next attempt. */
  void giveBack(JobSession session) {
    idle.push(session);
  }
}
