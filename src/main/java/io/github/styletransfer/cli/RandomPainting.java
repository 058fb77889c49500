package io.github.styletransfer.cli;

import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.InputLocator;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.SavedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code --style random} stands for: a painting drawn from those in the input folders, or that
 * of the run that is continued.
 *
 * @param workingDirectory what relative paths are relative to
 * @param images whose seed, if there is one, decides what is drawn
 * @param run whether a run is continued, and where its records are
 */
record RandomPainting(Path workingDirectory, ImageOptions images, RunOptions run) {
  private static final Logger LOG = LoggerFactory.getLogger(RandomPainting.class);

  /**
   * The paintings that are meant.
   *
   * @param styles as they are named; returned as they are, if they don't ask for any painting, or
   *     if there is a file of that name
   * @throws UserException if there are no paintings, or nothing tells which run is continued
   */
  List<String> inPlaceOf(List<String> styles, InputLocator inputs) throws UserException {
    if (!styles.equals(List.of(PaintingShelf.RANDOM)) || inputs.isImage(PaintingShelf.RANDOM)) {
      return styles;
    }
    Optional<String> earlier = run.resume ? earlier() : Optional.empty();
    String painting = earlier.isPresent() ? earlier.get() : drawn();
    LOG.info("Painting {}: {}", earlier.isPresent() ? "of the run" : "drawn at random", painting);
    return List.of(painting);
  }

  private Optional<String> earlier() throws UserException {
    if (images.output == null) {
      throw new UserException(
          ExitCode.USAGE,
          "--resume can't tell which run is meant, as --style random draws another painting each"
              + " time: name the painting, or the result with --output.");
    }
    OutputFiles files = OutputFiles.of(workingDirectory, images.output, run.logDirectory);
    return new SavedRun(files).recordedOption(TransferJob.STYLE);
  }

  private String drawn() throws UserException {
    RandomGenerator random = images.seed == null ? new Random() : new Random(images.seed);
    return new PaintingShelf(new LocalFiles(workingDirectory))
        .draw(random)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.IMAGE,
                    "--style random finds no paintings in input/style/ or input/: put some there, or"
                        + " name one."));
  }
}
