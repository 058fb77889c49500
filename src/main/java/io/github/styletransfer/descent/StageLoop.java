package io.github.styletransfer.descent;

import io.github.styletransfer.descent.Stages.Stage;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.optimize.Optimizer;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loop over the iterations of one stage. */
final class StageLoop {
  private static final int MOST_RECOVERIES = 3;

  private final TransferSettings settings;
  private final Stage stage;
  private final RunLength length;
  private final ImageTensor tensors;
  private final TransferListener watch;
  private final LossHistory history;
  private final Optimizer optimizer;
  private final INDArray image;
  private final Rollback rollback = new Rollback();
  private final Convergence convergence;
  private int iteration;
  private int recoveries;

  /**
   * Prepares the iterations from a state's on.
   *
   * @param length of the run
   * @param watch gets images with their margin, at the stage's size
   * @param history is among those who watch
   * @param state whose image is moved
   * @param optimizer in the state's
   */
  StageLoop(
      TransferSettings settings,
      Stage stage,
      RunLength length,
      ImageTensor tensors,
      TransferListener watch,
      LossHistory history,
      Position state,
      Optimizer optimizer) {
    this.settings = settings;
    this.stage = stage;
    this.length = length;
    this.tensors = tensors;
    this.watch = watch;
    this.history = history;
    this.image = state.image();
    this.optimizer = optimizer;
    this.iteration = state.iteration();
    this.recoveries = state.recoveries();
    this.convergence = new Convergence(settings.stopWhen(), stage.first());
    state.losses().stream()
        .filter(entry -> entry.iteration() >= stage.first())
        .forEach(entry -> convergence.add(entry.losses().total()));
  }

  /** Where the loop stands. */
  Position state() {
    return new Position(iteration, recoveries, image, optimizer.state(), history.entries());
  }

  /** Goes on until the stage is done, the run is asked to stop, or the loss stays infinite. */
  StageEnd run(Engine engine, StopRequest stop) throws IOException {
    INDArray gradient = Nd4j.createUninitialized(image.dataType(), image.shape());
    while (iteration < stage.end()) {
      if (stop.isRequested()) {
        return new StageEnd.Stopped(state());
      }
      Losses losses = engine.evaluate(image, gradient);
      if (!losses.isFinite() && !optimizer.canRecover()) {
        if (!goBack()) {
          return new StageEnd.Diverged(losses.total(), iteration, best());
        }
        continue;
      }
      watch.evaluated(iteration, losses);
      if (optimizer.learningRate().isPresent()) {
        rollback.visit(iteration, losses.total(), image, optimizer);
      }
      convergence.add(losses.total());
      optimizer.update(image, gradient, losses.total());
      iteration++;
      Optional<String> reason = optimizer.stopReason().or(convergence::stopReason);
      report(iteration - 1);
      if (reason.isPresent()) {
        watch.stopped(iteration - 1, reason.get());
        break;
      }
      if (iteration < stage.end()) {
        watch.resumable(() -> state().state());
      }
    }
    gradient.close();
    rollback.close();
    return done();
  }

  private StageEnd done() {
    INDArray result = optimizer.result(image);
    if (result != image) {
      image.assign(result);
    }
    return new StageEnd.Done(
        iteration,
        tensors.toImage(image),
        new Position(stage.end(), recoveries, image, optimizer.finish(), history.entries()));
  }

  private void report(int done) throws IOException {
    watch.updated(done, () -> tensors.toImage(optimizer.result(image)));
    if (settings.checkpoints().isDueAfter(done, length)) {
      watch.checkpoint(done, tensors.toImage(optimizer.result(image)));
    }
  }

  private boolean goBack() throws IOException {
    OptionalInt back = rollback.iteration();
    if (recoveries >= MOST_RECOVERIES || back.isEmpty() || optimizer.learningRate().isEmpty()) {
      return false;
    }
    double learningRate = optimizer.learningRate().getAsDouble() / 2;
    rollback.restore(image, optimizer);
    while (optimizer.learningRate().orElse(0) > learningRate) {
      optimizer.halveLearningRate();
    }
    recoveries++;
    iteration = back.getAsInt();
    convergence.goBackTo(iteration);
    watch.wentBack(iteration, learningRate);
    return true;
  }

  private Optional<StageEnd.Image> best() {
    OptionalInt back = rollback.iteration();
    if (back.isEmpty() || back.getAsInt() == 0) {
      return Optional.empty();
    }
    rollback.restore(image, optimizer);
    return Optional.of(
        new StageEnd.Image(back.getAsInt() - 1, tensors.toImage(optimizer.result(image))));
  }
}
