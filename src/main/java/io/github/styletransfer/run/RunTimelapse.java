package io.github.styletransfer.run;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.CodecException;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.timelapse.Timelapse;
import io.github.styletransfer.timelapse.TimelapseFormat;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The video of a run that {@code --timelapse} asks for. */
public final class RunTimelapse {
  private static final Logger LOG = LoggerFactory.getLogger(RunTimelapse.class);
  private static final String FRAMES = "timelapse";

  private final Path target;
  private final Timelapse timelapse;

  private RunTimelapse(Path target, Timelapse timelapse) {
    this.target = target;
    this.timelapse = timelapse;
  }

  /**
   * Makes sure that it can be written.
   *
   * @param named what the command line names; without a folder, it goes to that of results
   * @param overwrite whether a file that exists is replaced
   * @throws UserException if it can't
   */
  public static RunTimelapse of(
      Path named, Path workingDirectory, TransferJob job, boolean overwrite) throws UserException {
    TimelapseFormat format =
        TimelapseFormat.of(named)
            .orElseThrow(
                () ->
                    refused(
                        ExitCode.USAGE,
                        named
                            + " must end in one of "
                            + String.join(", ", TimelapseFormat.endings())));
    Path target =
        workingDirectory.resolve(
            named.getParent() == null ? Path.of(OutputFiles.FOLDER).resolve(named) : named);
    check(target, job, overwrite);
    OutputCheck.prepareFolder(OutputFiles.folder(target), "--timelapse");
    Timelapse timelapse = new Timelapse(format, target, job.files().logDirectory().resolve(FRAMES));
    try {
      timelapse.require();
    } catch (CodecException e) {
      throw refused(
          ExitCode.USAGE,
          named + " can't be made on this system (" + e.getMessage() + "): name a .gif file",
          e);
    }
    return new RunTimelapse(target, timelapse);
  }

  private static void check(Path target, TransferJob job, boolean overwrite) throws UserException {
    Path file = target.toAbsolutePath().normalize();
    boolean input =
        job.images().stream()
            .map(InputFile::origin)
            .anyMatch(image -> image.toAbsolutePath().normalize().equals(file));
    if (input || file.equals(job.files().result().toAbsolutePath().normalize())) {
      throw refused(
          ExitCode.OUTPUT,
          target
              + " is "
              + (input ? "an input" : "the result")
              + " of this run: name another file");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw refused(ExitCode.OUTPUT, target + " isn't a file: name another");
    }
    if (Files.exists(target) && !overwrite) {
      throw refused(
          ExitCode.OUTPUT, target + " already exists: name another file, or pass --overwrite");
    }
  }

  private static UserException refused(ExitCode code, String fault) {
    return new UserException(code, "The timelapse " + fault + ".");
  }

  private static UserException refused(ExitCode code, String fault, IOException cause) {
    return new UserException(code, "The timelapse " + fault + ".", cause);
  }

  /** Takes the frames. */
  public TransferListener frames(List<PlannedStage> stages) {
    return timelapse.frames(stages);
  }

  /**
   * Writes the video of what there is.
   *
   * @param result of a finished run; empty if it was stopped, or had finished earlier
   * @throws UserException if it can't be written; the result is there all the same
   */
  public void write(Optional<RgbImage> result) throws UserException {
    try {
      int frames = timelapse.write(result);
      if (frames == 0) {
        LOG.warn("There is no timelapse, as this run has left no frames");
      } else {
        LOG.info("Timelapse {}, {} frames", target, frames);
      }
    } catch (IOException e) {
      throw refused(
          ExitCode.OUTPUT, target + " can't be written (" + FileFaults.inWords(e) + ")", e);
    }
  }
}
