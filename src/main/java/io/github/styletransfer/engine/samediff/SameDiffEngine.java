package io.github.styletransfer.engine.samediff;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Evaluates the model's gradient graph in one long-lived SameDiff session. */
final class SameDiffEngine implements Engine {
  private final LossModel model;
  private final String imageGradient;
  private final GraphSession session;
  private final List<String> outputs;
  private @Nullable Map<String, INDArray> bindings;

  SameDiffEngine(LossModel model) {
    this.model = model;
    GradientGraph gradients = GradientGraph.of(model.graph(), model.image());
    imageGradient = gradients.gradient();
    session = new GraphSession(gradients.graph());
    outputs = new ArrayList<>(model.outputs());
    outputs.add(imageGradient);
  }

  @Override
  public void bind(Targets targets) {
    bindings = model.bindings(targets);
  }

  @Override
  public Losses evaluate(INDArray image, INDArray gradient) {
    if (bindings == null) {
      throw new IllegalStateException("no targets are bound");
    }
    Map<String, INDArray> placeholders = new HashMap<>(bindings);
    placeholders.put(model.image(), image);
    Map<String, INDArray> values = session.run(placeholders, outputs);
    Losses losses = model.losses(name -> value(values, name));
    INDArray computed = Objects.requireNonNull(values.get(imageGradient));
    gradient.assign(computed);
    values.values().forEach(session::recycle);
    return losses;
  }

  private static double value(Map<String, INDArray> values, String name) {
    return Objects.requireNonNull(values.get(name)).getDouble(0);
  }

  @Override
  public void close() {
    session.close();
  }
}
