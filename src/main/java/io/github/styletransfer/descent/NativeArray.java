package io.github.styletransfer.descent;

import io.github.styletransfer.transfer.StateArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array of ND4J's in a run's state.
 *
 * @param array float
 */
record NativeArray(INDArray array) implements StateArray {
  /** Copies an array that is part of another, whose memory has other elements in between. */
  NativeArray {
    array = array.isView() ? array.dup('c') : array;
  }

  /** Memory that isn't set to any value. */
  static NativeArray uninitialized(long... shape) {
    return new NativeArray(Nd4j.createUninitialized(DataType.FLOAT, shape));
  }

  /** The array itself if it is ND4J's already, or else a copy. */
  static NativeArray of(StateArray state) {
    if (state instanceof NativeArray known) {
      return known;
    }
    NativeArray copy = uninitialized(state.shape());
    copy.bytes().put(state.bytes());
    return copy;
  }

  @Override
  public long[] shape() {
    return array.shape();
  }

  @Override
  public ByteBuffer bytes() {
    return array
        .data()
        .asNio()
        .duplicate()
        .order(ByteOrder.nativeOrder())
        .clear()
        .limit(Math.toIntExact(array.length() * Float.BYTES));
  }
}
