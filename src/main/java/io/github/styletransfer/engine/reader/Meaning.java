package io.github.styletransfer.engine.reader;

import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.View;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a variable of the graph stands for. */
sealed interface Meaning {
  /** A constant, contiguous in C order. */
  record Constant(INDArray value) implements Meaning {}

  /** A placeholder other than the image. */
  record Input(String name) implements Meaning {}

  /** A tensor or a part of it. */
  record Pixels(View view) implements Meaning {}

  /** A tensor as a matrix of one row per pixel. */
  record Rows(Tensor tensor) implements Meaning {}

  /** A Gram matrix. */
  record Product(Node.Gram gram) implements Meaning {}

  /** The differences whose squares make a loss term. */
  record Difference(LossTerm term) implements Meaning {}

  /** The squared differences, summed over some axes. */
  record Squares(LossTerm term) implements Meaning {}

  /** A scalar. */
  record Scalar(LossSum sum) implements Meaning {}
}
