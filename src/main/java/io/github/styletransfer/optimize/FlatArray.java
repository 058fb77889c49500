package io.github.styletransfer.optimize;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** An array seen as one long vector, with the vector operations of BLAS. */
final class FlatArray {
  /**
   * BLAS works on blocks so short that OpenBLAS takes one thread for them. So no result depends on
   * the number of threads, and none waits for a second thread on a busy machine. Dot products are
   * summed over the blocks in double: over three million floats that errs by 4e-9, where BLAS' own
   * float sum errs by 7e-7 to 5e-6.
   */
  private static final int BLOCK = 8192;

  private final INDArray values;
  private final List<INDArray> blocks = new ArrayList<>();

  private FlatArray(INDArray values) {
    this.values = values;
    for (long start = 0; start < values.length(); start += BLOCK) {
      long end = Math.min(values.length(), start + BLOCK);
      blocks.add(values.get(NDArrayIndex.interval(start, end)));
    }
  }

  static FlatArray zeros(DataType dataType, long length) {
    return new FlatArray(Nd4j.zeros(dataType, length));
  }

  /**
   * A view of the array's memory.
   *
   * @throws org.nd4j.linalg.exception.ND4JIllegalStateException if the array isn't contiguous in C
   *     order
   */
  static FlatArray viewOf(INDArray array) {
    return new FlatArray(array.reshape('c', true, array.length()));
  }

  /** The memory itself, as a vector. */
  INDArray values() {
    return values;
  }

  /** Gives the memory back, which nobody may use any more. */
  void close() {
    values.close();
  }

  long length() {
    return values.length();
  }

  /** A view of the memory in another shape. */
  INDArray reshaped(long... shape) {
    return values.reshape('c', true, shape);
  }

  double dot(FlatArray other) {
    Level1 blas = Nd4j.getBlasWrapper().level1();
    double sum = 0;
    for (int i = 0; i < blocks.size(); i++) {
      INDArray block = blocks.get(i);
      sum += blas.dot(block.length(), 1, block, other.blocks.get(i));
    }
    return sum;
  }

  void assign(FlatArray other) {
    values.assign(other.values);
  }

  /** Adds {@code factor * other}. */
  void addScaled(double factor, FlatArray other) {
    Level1 blas = Nd4j.getBlasWrapper().level1();
    for (int i = 0; i < blocks.size(); i++) {
      INDArray block = blocks.get(i);
      blas.axpy(block.length(), factor, other.blocks.get(i), block);
    }
  }

  void scale(double factor) {
    Level1 blas = Nd4j.getBlasWrapper().level1();
    for (INDArray block : blocks) {
      blas.scal(block.length(), factor, block);
    }
  }
}
