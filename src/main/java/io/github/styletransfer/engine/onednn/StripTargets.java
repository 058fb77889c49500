package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.onednn.device.Bindings;
import io.github.styletransfer.engine.onednn.operation.CompiledPlan;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.StripPlan;
import io.github.styletransfer.engine.plan.TransferAction;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.TargetName;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Targets of an image that goes through the network strip by strip. Feature maps are kept in the
 * type that they are computed in, so that bfloat16 takes half the memory here, too.
 */
final class StripTargets {
  private StripTargets() {}

  static Targets of(TargetModel model, Program program, StripPlan plan, INDArray image) {
    Bindings bindings = new Bindings(0);
    Map<TargetName, INDArray> targets = new HashMap<>();
    try (StripRun run = new StripRun(plan, bindings)) {
      bindings.setArray(StripPlan.IMAGE, CompiledPlan.plain(image));
      model
          .outputs()
          .forEach(
              (name, variable) -> {
                Tensor tensor = Objects.requireNonNull(program.outputs().get(variable));
                if (program.gram(tensor).isEmpty()) {
                  INDArray array = features(plan, variable, tensor.size());
                  bindings.setArray(variable, array);
                  targets.put(name, array);
                }
              });
      run.first();
      model
          .outputs()
          .forEach(
              (name, variable) ->
                  program
                      .gram(Objects.requireNonNull(program.outputs().get(variable)))
                      .ifPresent(gram -> targets.put(name, matrix(plan, run, variable, gram))));
    }
    return new Targets(targets);
  }

  private static INDArray features(StripPlan plan, String variable, TensorSize size) {
    Optional<ElementType> type =
        plan.schedule().actions().stream()
            .filter(TransferAction.class::isInstance)
            .map(TransferAction.class::cast)
            .filter(action -> action.array().equals(variable))
            .map(action -> action.buffer().type())
            .findFirst();
    return Nd4j.createUninitializedDetached(
        type.orElseThrow() == ElementType.BFLOAT16 ? DataType.BFLOAT16 : DataType.FLOAT,
        size.images(),
        size.height(),
        size.width(),
        size.channels());
  }

  private static INDArray matrix(StripPlan plan, StripRun run, String variable, Node.Gram gram) {
    TensorSize size = gram.output().size();
    INDArray array =
        Nd4j.createUninitializedDetached(DataType.FLOAT, size.height(), size.channels());
    Buffer sum = Objects.requireNonNull(plan.outputs().get(variable));
    run.compiled().get(sum, array);
    return array.muli(gram.factor());
  }
}
