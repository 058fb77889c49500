package io.github.styletransfer.record;

import io.github.styletransfer.descent.Stages;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.JobMethod;
import io.github.styletransfer.job.NetworkChoice;
import io.github.styletransfer.job.RetouchChoice;
import io.github.styletransfer.job.RunEnvironment;
import io.github.styletransfer.job.StartOption;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes a job from others.
 *
 * @param inputs the files it reads, with their hashes, by their role
 * @param deciding names and values of everything that decides its result
 */
public record JobIdentity(Map<String, HashedFile> inputs, Map<String, String> deciding) {
  private static final Set<String> NOT_DECIDING =
      Set.of(
          TransferJob.OUTPUT,
          TransferJob.LOG_DIRECTORY,
          TransferJob.CHECKPOINTS,
          TransferJob.MAX_PIXELS);
  private static final Set<String> DECIDING_ENVIRONMENT =
      Set.of("program", "nd4j", "onednn", "processor", "engine");

  /** What may decide the last bits of a result, but for methods that are the same everywhere. */
  private static final Set<String> OF_THE_MACHINE = Set.of(TransferJob.THREADS, "processor");

  private static final int HASH_DIGITS = 16;
  private static final String IMAGE = " image";
  private static final String FILE = " file";

  /**
   * Reads the job's inputs for their hashes.
   *
   * @param executor what computes, as the method names it
   * @param digests of the inputs
   * @throws IOException if one can't be read
   */
  public static JobIdentity of(TransferJob job, Map<String, String> executor, InputDigests digests)
      throws IOException {
    Map<String, HashedFile> inputs = new LinkedHashMap<>();
    for (Map.Entry<String, List<InputFile>> input : job.inputs().entrySet()) {
      for (int i = 0; i < input.getValue().size(); i++) {
        String role = role(input.getKey());
        inputs.put(i == 0 ? role : role + " " + (i + 1), hashed(input.getValue().get(i), digests));
      }
    }
    Map<String, String> deciding = new LinkedHashMap<>();
    inputs.forEach((role, file) -> deciding.put(role, file.sha256()));
    if (job.paintings().size() > 1) {
      deciding.put("the proportion of the paintings", job.proportion());
      job.masks().ifPresent(masks -> deciding.put("the masked paintings", masks.masked()));
    }
    job.options()
        .forEach(
            (option, value) -> {
              if (!job.inputs().containsKey(option) && decides(job.method(), option)) {
                deciding.put("--" + option, value);
              }
            });
    RunEnvironment.describe(job.method(), job.threads(), executor)
        .forEach(
            (name, value) -> {
              if (DECIDING_ENVIRONMENT.contains(name) && decides(job.method(), name)) {
                deciding.put("the " + name, value);
              }
            });
    return new JobIdentity(inputs, deciding);
  }

  private static boolean decides(JobMethod method, String name) {
    return !NOT_DECIDING.contains(name)
        && !(method.isSameEverywhere() && OF_THE_MACHINE.contains(name));
  }

  /** A hash of everything that decides the result: 16 hexadecimal digits. */
  public String settingsHash() {
    return settingsHash(deciding);
  }

  /**
   * The hash of a recorded job.
   *
   * @param deciding names and values of everything that decided its result
   */
  public static String settingsHash(Map<String, String> deciding) {
    String text =
        deciding.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .sorted()
            .collect(Collectors.joining());
    return FileDigests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
  }

  /** What a file is to the job, for people. */
  private static String role(String option) {
    return switch (option) {
      case NetworkChoice.NETWORK -> option + FILE;
      case StartOption.INIT -> "initial" + IMAGE;
      case RetouchChoice.WHERE -> "--" + option + IMAGE;
      default -> option + IMAGE;
    };
  }

  private static HashedFile hashed(InputFile input, InputDigests digests) throws IOException {
    return new HashedFile(input.recorded(), digests.sha256(input.file()));
  }

  /**
   * How another job's deciding values differ from this one's, in words; empty if they don't, or if
   * this job only adds iterations to the other.
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
    return name.equals("--" + Stages.MORE_ITERATIONS)
        && (before == null || value.startsWith(before + ","));
  }

  private static String difference(String name, String before, String now) {
    return name.replaceFirst(" \\d+$", "").endsWith(IMAGE) || name.endsWith(FILE)
        ? "the " + name + " is a different one"
        : name + " was " + before + " and is now " + now;
  }
}
