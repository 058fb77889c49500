package io.github.styletransfer.record;

import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.JobOptions;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.RunEnvironment;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells a job from others.
 *
 * @param inputs the files it reads, with their hashes, by their role
 * @param deciding names and values of all that decides its result
 */
public record JobIdentity(Map<String, HashedFile> inputs, Map<String, String> deciding) {
  private static final Set<String> FILES =
      Set.of(JobOptions.CONTENT, JobOptions.STYLE, JobOptions.INIT, JobOptions.NETWORK);
  private static final Set<String> NOT_DECIDING =
      Set.of(JobOptions.OUTPUT, JobOptions.LOG_DIRECTORY, JobOptions.CHECKPOINTS, "max-pixels");
  private static final Set<String> DECIDING_ENVIRONMENT =
      Set.of("program", "nd4j", "onednn", "processor", "engine");
  private static final String IMAGE = " image";
  private static final String FILE = " file";

  /**
   * Reads the job's inputs for their hashes.
   *
   * @param executor what computes
   * @throws IOException if one can't be read
   */
  static JobIdentity of(TransferJob job, Executor executor) throws IOException {
    Map<String, HashedFile> inputs = new LinkedHashMap<>();
    inputs.put(JobOptions.CONTENT + IMAGE, hashed(job.content()));
    inputs.put(JobOptions.STYLE + IMAGE, hashed(job.style()));
    for (InputFile file : job.start().inputs()) {
      inputs.put("initial" + IMAGE, hashed(file));
    }
    if (job.network() instanceof NetworkChoice.VggFile vgg) {
      inputs.put(JobOptions.NETWORK + FILE, hashed(InputFile.of(vgg.file())));
    }
    Map<String, String> deciding = new LinkedHashMap<>();
    inputs.forEach((role, file) -> deciding.put(role, file.sha256()));
    JobOptions.of(job)
        .forEach(
            (option, value) -> {
              boolean hashed = FILES.contains(option) && isFile(option, value);
              if (!hashed && !NOT_DECIDING.contains(option)) {
                deciding.put("--" + option, value);
              }
            });
    RunEnvironment.describe(job.engine(), executor)
        .forEach(
            (name, value) -> {
              if (DECIDING_ENVIRONMENT.contains(name)) {
                deciding.put("the " + name, value);
              }
            });
    return new JobIdentity(inputs, deciding);
  }

  private static boolean isFile(String option, String value) {
    return switch (option) {
      case JobOptions.INIT -> !Set.of("noise", "content", "style").contains(value);
      case JobOptions.NETWORK -> !value.equals(NetworkChoice.WAVELET);
      default -> true;
    };
  }

  private static HashedFile hashed(InputFile input) throws IOException {
    return new HashedFile(input.recorded(), FileDigests.sha256(input.file()));
  }

  /**
   * How another job's deciding values differ from this one's, in words; empty if they don't, or if
   * this job is just the other one prolonged.
   */
  List<String> differences(Map<String, String> other) {
    List<String> differences = new ArrayList<>();
    deciding.forEach(
        (name, value) -> {
          String before = other.get(name);
          if (!Objects.equals(before, value) && !prolongs(name, before, value)) {
            differences.add(difference(name, before == null ? "not given" : before, value));
          }
        });
    other.forEach(
        (name, before) -> {
          if (!deciding.containsKey(name)) {
            differences.add(difference(name, before, "not given"));
          }
        });
    return differences;
  }

  private static boolean prolongs(String name, @Nullable String before, String value) {
    return name.equals("--" + JobOptions.MORE_ITERATIONS)
        && (before == null || value.startsWith(before + ","));
  }

  private static String difference(String name, String before, String now) {
    return name.endsWith(IMAGE) || name.endsWith(FILE)
        ? "the " + name + " is another"
        : name + " was " + before + ", and is " + now;
  }
}
