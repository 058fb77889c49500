package io.github.styletransfer.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a step will do, before anybody knows how. An executor is a {@link Visitor}, which knows all
 * kinds.
 */
public interface Action {
  /** For a profile: what is done, and on which layer. */
  String name();

  /** The buffers that are read or written. */
  List<Buffer> buffers();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** The same with a mask: where that isn't positive, the result is 0; empty if it can't be. */
  default Optional<Action> masked(Buffer mask) {
    return Optional.empty();
  }

  /**
   * Does something for each kind of action.
   *
   * @param <R> what comes of it
   */
  interface Visitor<R> {
    /** For a convolution. */
    R visit(ConvolutionAction action);

    /** For a convolution by Winograd's transforms. */
    R visit(WinogradAction action);

    /** For a border. */
    R visit(BorderAction action);

    /** For a border's gradient. */
    R visit(BorderGradientAction action);

    /** For the gradient of a convolution that moves by several pixels. */
    R visit(StridedGradientAction action);

    /** For pooling. */
    R visit(PoolingAction action);

    /** For a rectifier. */
    R visit(RectifierAction action);

    /** For rectangles side by side. */
    R visit(ConcatenationAction action);

    /** For their gradient. */
    R visit(ConcatenationGradientAction action);

    /** For an addition. */
    R visit(AdditionAction action);

    /** For zeros. */
    R visit(ZeroAction action);

    /** For a conversion. */
    R visit(ConversionAction action);

    /** For rows that move on. */
    R visit(MoveAction action);

    /** For rows beyond the image's. */
    R visit(OutsideAction action);

    /** For rows of an array. */
    R visit(TransferAction action);

    /** For rows of another length. */
    R visit(RowsAction action);

    /** For weighted feature maps. */
    R visit(WeightingAction action);

    /** For a Gram matrix. */
    R visit(GramAction action);

    /** For a Gram matrix of which half is computed. */
    R visit(SymmetricGramAction action);

    /** For a Gram matrix' gradient. */
    R visit(GramGradientAction action);

    /** For the error of feature maps. */
    R visit(FeatureErrorAction action);

    /** For the error of a Gram matrix. */
    R visit(GramErrorAction action);

    /** For the differences of neighbours. */
    R visit(ShiftErrorAction action);

    /** For an operation on small matrices. */
    R visit(MatrixAction action);

    /** For sums over pixels. */
    R visit(PixelSumAction action);

    /** For the gradient of a weighted sum over pixels. */
    R visit(PixelSumGradientAction action);

    /** For the products of two matrices' elements. */
    R visit(InnerProductAction action);
  }
}
