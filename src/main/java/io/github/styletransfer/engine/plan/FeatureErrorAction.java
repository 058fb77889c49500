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
 * @param rows which of the feature maps' rows the buffers hold; those outside are left alone
 */
public record FeatureErrorAction(
    LossTerm.FeatureError error,
    int term,
    Buffer features,
    Buffer gradient,
    boolean add,
    StripRows rows)
    implements Action {
  /** For whole feature maps. */
  FeatureErrorAction(
      LossTerm.FeatureError error, int term, Buffer features, Buffer gradient, boolean add) {
    this(error, term, features, gradient, add, StripRows.all(error.tensor().size()));
  }

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
