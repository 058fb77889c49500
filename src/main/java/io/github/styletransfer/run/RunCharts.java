package io.github.styletransfer.run;

import io.github.styletransfer.chart.ContactSheet;
import io.github.styletransfer.chart.LossCharts;
import io.github.styletransfer.chart.Tile;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.storage.DeferredWrites;
import io.github.styletransfer.storage.FileFaults;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws a run's losses and checkpoints when it ends. */
final class RunCharts implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(RunCharts.class);

  /** As many steps as can be told apart on one sheet, and be kept in memory. */
  private static final int MOST_STEPS = 24;

  private final TransferJob job;
  private final JobInputs inputs;
  private final Set<Integer> shown;
  private final NavigableMap<Integer, Tile> checkpoints = new TreeMap<>();

  /** Takes the checkpoints that an earlier part of the run has left. */
  RunCharts(TransferJob job, JobInputs inputs, Optional<RunState> from) {
    this.job = job;
    this.inputs = inputs;
    this.shown = shown();
    for (int i = 0; i < from.map(RunState::iteration).orElse(0); i++) {
      if (shown.contains(i)) {
        read(i);
      }
    }
  }

  /** The iterations of the checkpoints on the sheet: all, or some that are evenly spread. */
  private Set<Integer> shown() {
    List<Integer> due =
        IntStream.range(0, inputs.length().total())
            .filter(iteration -> job.checkpoints().isDueAfter(iteration, inputs.length()))
            .boxed()
            .toList();
    int count = Math.min(due.size(), MOST_STEPS);
    return IntStream.range(0, count)
        .mapToObj(i -> due.get((int) ((long) i * (due.size() - 1) / Math.max(1, count - 1))))
        .collect(Collectors.toSet());
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
    if (shown.contains(iteration)) {
      checkpoints.put(iteration, Tile.small(label(iteration), detail(iteration), image));
    }
  }

  /** Counted from 1, unlike the files. */
  private static String label(int iteration) {
    return "iteration " + (iteration + 1);
  }

  private String detail(int iteration) {
    return String.valueOf(job.files().checkpoint(iteration).getFileName());
  }

  /** The result as the sheet shows it. */
  Tile result(RgbImage image) {
    return new Tile(
        "result",
        "%s, %d x %d".formatted(job.files().result().getFileName(), image.width(), image.height()),
        image);
  }

  /** The image that a stopped run has come to. */
  Tile last(int iteration, RgbImage image) {
    checkpoints.remove(iteration);
    return new Tile("stopped after " + label(iteration), detail(iteration), image);
  }

  /**
   * Draws them; what can't be drawn, for lack of fonts, is left out with a warning.
   *
   * @param disk writes the files
   * @param last the run's last image
   */
  void draw(DeferredWrites disk, List<LossEntry> losses, Optional<Tile> last) {
    Path folder = job.files().logDirectory();
    LossCharts charts = new LossCharts(RunTitle.of(job), inputs.marks());
    write(disk, folder.resolve("losses.png"), () -> charts.write(losses, folder));
    ContactSheet sheet = sheet(last);
    write(disk, folder.resolve("checkpoints.png"), () -> sheet.write(folder));
  }

  /** Without a last image, the latest checkpoint is the main one, or else the photo. */
  private ContactSheet sheet(Optional<Tile> last) {
    List<Tile> given = new ArrayList<>();
    given.add(small("content", job.content(), "", inputs.content()));
    List<RgbImage> styles = inputs.styles();
    for (int i = 0; i < styles.size(); i++) {
      PaintingFile painting = job.paintings().get(i);
      given.add(
          small(
              styles.size() == 1 ? "style" : "style " + (i + 1),
              painting.file(),
              painting.weight() == 1 ? "" : ", weight " + painting.weightText(),
              styles.get(i)));
    }
    List<Tile> steps = new ArrayList<>(checkpoints.values());
    Tile main =
        last.orElseGet(() -> steps.isEmpty() ? given.remove(0) : steps.remove(steps.size() - 1));
    return new ContactSheet(main, given, steps);
  }

  private static Tile small(String label, InputFile file, String more, RgbImage image) {
    return Tile.small(label, file.name() + more, image);
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
