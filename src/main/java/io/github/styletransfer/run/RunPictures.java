package io.github.styletransfer.run;

import io.github.styletransfer.chart.Tile;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.storage.DeferredWrites;
import io.github.styletransfer.tensorboard.RunStart;
import io.github.styletransfer.tensorboard.TensorBoardLog;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run leaves to look at beside its images: TensorBoard's events, charts, a contact sheet.
 */
interface RunPictures extends Closeable {
  /** None of them. */
  RunPictures NONE =
      new RunPictures() {
        @Override
        public List<TransferListener> listeners() {
          return List.of();
        }

        @Override
        public void draw(DeferredWrites disk, List<LossEntry> losses, Ending ending) {}

        @Override
        public List<Path> files() {
          return List.of();
        }

        @Override
        public Optional<Path> growing() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };

  /** The last image of a run, if there is one. */
  sealed interface Ending {
    /** The run is finished. */
    record Result(RgbImage image) implements Ending {}

    /** The run was stopped. */
    record Stop(IterationImage image) implements Ending {}

    /** There is no image. */
    record None() implements Ending {}
  }

  /** What follows the run. */
  List<TransferListener> listeners();

  /**
   * Draws what is drawn once, at the end.
   *
   * @throws IOException if the growing file can't take the last image
   */
  void draw(DeferredWrites disk, List<LossEntry> losses, Ending ending) throws IOException;

  /** The files, whether they are there already or not. */
  List<Path> files();

  /** The one of them that grows during the run. */
  Optional<Path> growing();

  /**
   * All of them.
   *
   * @throws IOException if the growing file can't be begun
   */
  static RunPictures of(TransferJob job, JobInputs inputs, Optional<RunState> from)
      throws IOException {
    TensorBoardLog tensorBoard =
        new TensorBoardLog(
            job.files().logDirectory(),
            new RunStart(
                inputs.content(),
                inputs.styles(),
                job.options(),
                job.method().learningRate(),
                from.map(RunState::iteration).orElse(0)),
            System::nanoTime,
            InstantSource.system());
    return new Drawn(tensorBoard, new RunCharts(job, inputs, from));
  }

  /** All that can be drawn. */
  record Drawn(TensorBoardLog tensorBoard, RunCharts charts) implements RunPictures {
    @Override
    public List<TransferListener> listeners() {
      return List.of(tensorBoard, charts);
    }

    @Override
    public void draw(DeferredWrites disk, List<LossEntry> losses, Ending ending)
        throws IOException {
      Optional<Tile> last = Optional.empty();
      if (ending instanceof Ending.Result result) {
        tensorBoard.result(result.image());
        last = Optional.of(charts.result(result.image()));
      } else if (ending instanceof Ending.Stop stop) {
        IterationImage image = stop.image();
        tensorBoard.lastImage(image.iteration(), image.image());
        last = Optional.of(charts.last(image.iteration(), image.image()));
      }
      charts.draw(disk, losses, last);
    }

    @Override
    public List<Path> files() {
      List<Path> files = new ArrayList<>(List.of(tensorBoard.path()));
      files.addAll(charts.files());
      return files;
    }

    @Override
    public Optional<Path> growing() {
      return Optional.of(tensorBoard.path());
    }

    @Override
    public void close() throws IOException {
      tensorBoard.close();
    }
  }
}
