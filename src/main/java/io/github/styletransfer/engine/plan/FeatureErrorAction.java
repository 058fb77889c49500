package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.LossTerm;
import java.util.List;

/**
 * The squared error of feature maps, and its gradient.
 *
 * @param error which one
 * @param term its position
 * @param features float
 * @param gradient float; receives the gradient, and may be the features' buffer
 * @param add whether the gradient is added to what is there
 */
public record FeatureErrorAction(
    LossTerm.FeatureError error, int term, Buffer features, Buffer gradient, boolean add)
    implements Action {
  @Override
  public String name() {
    return "feature error " + error.tensor().name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(features, gradient);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
