package io.github.styletransfer.run;

import io.github.styletransfer.chart.ContactSheet;
import io.github.styletransfer.chart.LossCharts;
import io.github.styletransfer.chart.Tile;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.storage.DeferredWrites;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws a run's losses and checkpoints when it ends. */
final class RunCharts implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(RunCharts.class);

  /** How many of a file name's last characters are enough to tell checkpoints apart. */
  private static final int LONGEST_NAME = 24;

  private final TransferJob job;
  private final JobInputs inputs;
  private final Map<Integer, Tile> checkpoints = new TreeMap<>();

  /** Takes the checkpoints that an earlier part of the run has left. */
  RunCharts(TransferJob job, JobInputs inputs, Optional<RunState> from) {
    this.job = job;
    this.inputs = inputs;
    for (int i = 0; i < from.map(RunState::iteration).orElse(0); i++) {
      if (job.checkpoints().isDueAfter(i, inputs.length())) {
        read(i);
      }
    }
  }

  private void read(int iteration) {
    try {
      checkpoint(iteration, new ImageReader().read(job.files().checkpoint(iteration)));
    } catch (ImageFileException e) {
      LOG.debug("A checkpoint is missing", e);
    }
  }

  @Override
  public void checkpoint(int iteration, RgbImage image) {
    checkpoints.put(iteration, tile(iteration, image));
  }

  /** A checkpoint's image with its iteration, counted from 1, and its file, which counts from 0. */
  Tile tile(int iteration, RgbImage image) {
    String file = String.valueOf(job.files().checkpoint(iteration).getFileName());
    return new Tile(
        "iteration %d: %s"
            .formatted(
                iteration + 1,
                file.length() <= LONGEST_NAME
                    ? file
                    : "…" + file.substring(file.length() - LONGEST_NAME + 1)),
        image);
  }

  /**
   * Draws them; what can't be drawn, for lack of fonts, is left out with a warning.
   *
   * @param disk writes the files
   * @param last the run's last image and its label
   */
  void draw(DeferredWrites disk, List<LossEntry> losses, Optional<Tile> last) {
    Path folder = job.files().logDirectory();
    LossCharts charts =
        new LossCharts(String.valueOf(job.files().result().getFileName()), inputs.marks());
    List<Tile> tiles = new ArrayList<>(List.of(new Tile("content", inputs.content())));
    List<RgbImage> styles = inputs.styles();
    for (int i = 0; i < styles.size(); i++) {
      tiles.add(new Tile(styles.size() == 1 ? "style" : "style " + (i + 1), styles.get(i)));
    }
    tiles.addAll(checkpoints.values());
    last.ifPresent(tiles::add);
    write(disk, folder.resolve("losses.png"), () -> charts.write(losses, folder));
    write(disk, folder.resolve("checkpoints.png"), () -> new ContactSheet(tiles).write(folder));
  }

  private static void write(DeferredWrites disk, Path file, DeferredWrites.Write drawing) {
    disk.write(
        file,
        () -> {
          try {
            drawing.run();
          } catch (LinkageError | InternalError | RuntimeException e) {
            LOG.warn("{} can't be drawn: {}", file, FileFaults.inWords(e));
          }
        });
  }

  /** The files that {@link #draw} writes. */
  List<Path> files() {
    Path folder = job.files().logDirectory();
    return List.of(
        folder.resolve("losses.png"),
        folder.resolve("losses-log.png"),
        folder.resolve("checkpoints.png"));
  }
}
