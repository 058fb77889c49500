package io.github.styletransfer.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A convolution by Winograd's F(4 x 4, 3 x 3): a quarter of the multiplications (Lavin and Gray,
 * "Fast Algorithms for Convolutional Neural Networks", CVPR 2016). Feature maps may be kept as
 * bfloat16; what is computed from them is float all the same, as transformed tiles and filters in
 * bfloat16 would err six times as much as the direct kernel in bfloat16 does.
 *
 * @param convolution what is computed
 * @param working memory for the transformed tiles, filters and products of the groups at hand
 * @param mask where it isn't positive, the result becomes 0; null for none
 */
public record WinogradAction(ConvolutionAction convolution, Buffer working, @Nullable Buffer mask)
    implements Action {
  @Override
  public String name() {
    return convolution.name();
  }

  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(List.of(convolution.from(), convolution.to(), working));
    if (mask != null) {
      buffers.add(mask);
    }
    return buffers;
  }

  @Override
  public Optional<Action> masked(Buffer by) {
    return Optional.of(new WinogradAction(convolution, working, by));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
