package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.RunSpeeds;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.ProgressEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a job would read and write, and what it would take. Its images are read for that. */
public final class DryRun {
  private static final int LABEL = 13;

  private final TransferJob job;
  private final JobInputs inputs;
  private final List<String> lines = new ArrayList<>();

  private DryRun(FittedJob fitted) {
    this.job = fitted.job();
    this.inputs = fitted.inputs();
  }

  /**
   * Finds it out.
   *
   * @param session for this job
   * @param speeds of earlier runs
   * @return line by line
   * @throws IOException if an input can't be used
   * @throws UserException if the job can't be done
   */
  public static List<String> describe(
      TransferJob job, RunChoices choices, JobSession session, RunSpeeds speeds)
      throws IOException, UserException {
    DryRun dry = new DryRun(FittedJob.read(job, session));
    JobRun.require(dry.job, dry.inputs, choices);
    dry.reads();
    dry.writes();
    dry.takes(choices, speeds);
    return dry.lines;
  }

  private void add(String label, String text) {
    lines.add(label + " ".repeat(LABEL - label.length()) + text);
  }

  private void reads() {
    String label = "Reads";
    for (Map.Entry<String, List<InputFile>> option : job.inputs().entrySet()) {
      for (InputFile file : option.getValue()) {
        add(label, "%s %s%s".formatted(option.getKey(), file, size(file)));
        label = "";
      }
    }
    List<ImageSize> paintings = inputs.images().paintingSizes();
    add(
        "Paints",
        "%s in the style of %s"
            .formatted(
                sized(inputs.content().size()),
                paintings.size() == 1
                    ? "a painting resized to " + sized(paintings.get(0))
                    : paintings.size() + " paintings, resized to its width"));
    add("", job.method().describe(inputs.method().toString(), inputs.schedule()).get(0));
    add("", inputs.schedule());
    job.retouch().describe().forEach(line -> add("", line));
  }

  /** Empty for a file that isn't an image. */
  private String size(InputFile file) {
    try {
      return ", " + sized(new ImageReader(job.maxPixels()).size(file.file()));
    } catch (ImageFileException e) {
      return "";
    }
  }

  private static String sized(ImageSize size) {
    return size.width() + " x " + size.height() + " pixels";
  }

  private void writes() {
    OutputFiles files = job.files();
    Path result = files.result();
    add("Writes", result + (Files.exists(result) ? ", in place of the file that is there" : ""));
    long checkpoints = job.checkpoints().within(inputs.length());
    if (checkpoints > 0) {
      add(
          "",
          checkpoints == 1
              ? "a checkpoint, " + files.checkpoint(0)
              : checkpoints + " checkpoints, " + files.checkpoint(0) + " and so on");
    }
    add("", "records to " + files.logDirectory());
  }

  private void takes(RunChoices choices, RunSpeeds speeds) {
    ByteAmounts memory = MemoryCheck.amounts(job, inputs);
    add("Memory", "about " + memory.needed() + " of " + memory.available());
    DiskRoom.Need need = DiskRoom.need(job, inputs, choices);
    ByteAmounts disk =
        ByteAmounts.of(need.total(), DiskRoom.free(OutputFiles.folder(job.files().result())));
    add("Disk", "at most " + disk.needed() + " of " + disk.available() + " that are free");
    List<PlannedStage> stages = inputs.stages();
    Optional<Duration> known = speeds.time(job, stages);
    add(
        "Time",
        known
            .map(time -> "about " + text(time) + ", as earlier runs took on this machine")
            .orElseGet(
                () ->
                    "about "
                        + text(RunSpeeds.typical(job, stages))
                        + " on a machine of two cores; this one hasn't been timed yet"));
  }

  /** With a second for what is beside iterations. */
  private static String text(Duration iterations) {
    return ProgressEstimate.text(iterations.plusSeconds(1)).toLowerCase(Locale.ROOT);
  }
}
