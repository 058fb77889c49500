package io.github.styletransfer.retouch;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.transfer.CompositeListener;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunLength;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method whose pictures are retouched: the result, and all that people see on the way. Its states
 * are those of the method itself, so that a run that goes on isn't retouched twice.
 *
 * @param method paints
 * @param retouch what is done to its pictures
 */
public record RetouchedMethod(TransferMethod method, Retouch retouch) implements TransferMethod {
  @Override
  public TransferResult run(
      TransferImages images,
      Optional<RunState> from,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException {
    TransferListener watch = new RetouchingListener(new CompositeListener(listeners), retouch);
    TransferResult result = method.run(images, from, List.of(watch), stop);
    if (result instanceof TransferResult.Finished finished) {
      return new TransferResult.Finished(retouch.of(finished.image()), finished.state());
    } else if (result instanceof TransferResult.Interrupted interrupted) {
      return new TransferResult.Interrupted(retouched(interrupted.image()), interrupted.state());
    } else if (result instanceof TransferResult.Diverged diverged) {
      return new TransferResult.Diverged(
          diverged.iteration(), diverged.loss(), retouched(diverged.best()));
    }
    throw new IllegalStateException("a result of another kind");
  }

  private Optional<IterationImage> retouched(Optional<IterationImage> picture) {
    return picture.map(some -> new IterationImage(some.iteration(), retouch.of(some.image())));
  }

  @Override
  public MemoryNeed memory(ImageSize result, List<ImageSize> paintings) {
    MemoryNeed need = method.memory(result, paintings);
    long more = Retouch.BYTES * result.pixels();
    return new MemoryNeed(need.result() + more, need.style() + more);
  }

  @Override
  public List<String> lossNames() {
    return method.lossNames();
  }

  @Override
  public List<PlannedStage> stages(ImageSize result) {
    return method.stages(result);
  }

  @Override
  public RunLength length(ImageSize result) {
    return method.length(result);
  }

  @Override
  public Map<String, String> executor(ImageSize result) {
    return method.executor(result);
  }

  @Override
  public long stateBytes(ImageSize result) {
    return method.stateBytes(result);
  }

  @Override
  public StateArray newArray(long... shape) {
    return method.newArray(shape);
  }

  @Override
  public DeepImage deepImage(RunState end, ImageSize result) {
    return retouch.of(method.deepImage(end, result));
  }

  /** The method's, for the log. */
  @Override
  public String toString() {
    return method.toString();
  }
}
