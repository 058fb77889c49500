package io.github.styletransfer.descent;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Engines of another factory, for a test that watches or disturbs some of what they do. */
class ForwardingEngines implements EngineFactory {
  private final EngineFactory real;

  ForwardingEngines(EngineFactory real) {
    this.real = real;
  }

  @Override
  public Engine create(LossModel model, long beside) {
    Engine engine = real.create(model, beside);
    return new Engine() {
      @Override
      public void bind(Targets targets) {
        engine.bind(targets);
      }

      @Override
      public Losses evaluate(INDArray image, INDArray gradient) {
        return evaluated(engine.evaluate(image, gradient));
      }

      @Override
      public void close() {
        closed();
        engine.close();
      }
    };
  }

  /** What an evaluation gives. */
  Losses evaluated(Losses losses) {
    return losses;
  }

  /** An engine is closed. */
  void closed() {}

  @Override
  public Executor executor(LossModel model, long beside) {
    return real.executor(model, beside);
  }

  @Override
  public long peakBytes(LossModel model, long beside) {
    return real.peakBytes(model, beside);
  }

  @Override
  public long targetBytes(TargetModel model, long beside) {
    return real.targetBytes(model, beside);
  }

  @Override
  public long keptBytes(TargetModel model, long beside) {
    return real.keptBytes(model, beside);
  }

  @Override
  public Targets targets(TargetModel model, INDArray image, long beside) {
    return real.targets(model, image, beside);
  }
}
