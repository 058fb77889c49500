package io.github.styletransfer.engine;

import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.TargetModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs the graphs with SameDiff itself. */
public final class SameDiffEngineFactory implements EngineFactory {
  @Override
  public Engine create(LossModel model) {
    return new SameDiffEngine(model);
  }

  @Override
  public Map<String, INDArray> targets(TargetModel model, INDArray image) {
    try (GraphSession session = new GraphSession(model.graph())) {
      Map<String, INDArray> arrays =
          session.run(Map.of(model.image(), image), List.copyOf(model.outputs().values()));
      Map<String, INDArray> targets = new HashMap<>();
      model.outputs().forEach((layer, variable) -> targets.put(layer, arrays.get(variable)));
      return targets;
    }
  }
}
