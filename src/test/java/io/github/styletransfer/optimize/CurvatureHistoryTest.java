package io.github.styletransfer.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CurvatureHistoryTest {
  private static final int SIZE = 6;
  private static final int CAPACITY = 3;

  private final Random random = new Random(1);
  private final Iterate origin = new Iterate(DataType.DOUBLE, SIZE);
  private final CurvatureHistory history =
      new CurvatureHistory(CAPACITY, DataType.DOUBLE, SIZE, 1e-10);

  /** A symmetric positive definite matrix, the Hessian that the pairs come from. */
  private INDArray hessian = Nd4j.eye(SIZE);

  @BeforeEach
  void makeHessian() {
    INDArray root = vector().reshape(SIZE, 1);
    for (int i = 1; i < SIZE; i++) {
      root = Nd4j.hstack(root, vector().reshape(SIZE, 1));
    }
    hessian = root.mmul(root.transpose()).add(Nd4j.eye(SIZE).castTo(DataType.DOUBLE));
  }

  @Test
  void multipliesByTheIdentityWhenEmpty() {
    INDArray v = vector();
    assertThat(product(v)).isEqualTo(v);
  }

  /** After more steps than it holds; rounding of some 100 operations on numbers of about 1. */
  @Test
  void multipliesByTheBfgsMatrixOfTheLastPairs() {
    List<INDArray> steps = List.of(vector(), vector(), vector(), vector(), vector());
    steps.forEach(this::add);
    INDArray expected = bfgsMatrix(steps.subList(2, 5));
    INDArray v = vector();
    assertThat(history.size()).isEqualTo(CAPACITY);
    assertThat(difference(product(v), expected.mmul(v))).isCloseTo(0, within(1e-12));
  }

  @Test
  void forgetsAllWhenCleared() {
    add(vector());
    history.clear();
    INDArray v = vector();
    assertThat(product(v)).isEqualTo(v);
  }

  @Test
  void leavesOutAPairWithoutPositiveCurvature() {
    INDArray kept = vector();
    add(kept);
    INDArray step = vector();
    history.add(origin, view(step), view(step.neg()));
    history.add(origin, view(Nd4j.createFromArray(1d, 0, 0, 0, 0, 0)), orthogonal());
    INDArray v = vector();
    assertThat(history.size()).isEqualTo(1);
    assertThat(difference(product(v), bfgsMatrix(List.of(kept)).mmul(v)))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void losesTheOldestPairToOneLeftOutOfAFullHistory() {
    List<INDArray> steps = List.of(vector(), vector(), vector());
    steps.forEach(this::add);
    history.add(origin, view(vector()), FlatArray.zeros(DataType.DOUBLE, SIZE));
    INDArray v = vector();
    assertThat(history.size()).isEqualTo(CAPACITY - 1);
    assertThat(difference(product(v), bfgsMatrix(steps.subList(1, 3)).mmul(v)))
        .isCloseTo(0, within(1e-12));
  }

  /** Nocedal and Wright, (7.16), from the oldest pair to the newest, on gamma (7.20). */
  private INDArray bfgsMatrix(List<INDArray> steps) {
    INDArray last = steps.get(steps.size() - 1);
    INDArray lastChange = hessian.mmul(last);
    INDArray eye = Nd4j.eye(SIZE).castTo(DataType.DOUBLE);
    INDArray matrix = eye.mul(dot(last, lastChange) / dot(lastChange, lastChange));
    for (INDArray s : steps) {
      INDArray y = hessian.mmul(s);
      double rho = 1 / dot(s, y);
      INDArray v = eye.sub(outer(y, s).mul(rho));
      matrix = v.transpose().mmul(matrix).mmul(v).add(outer(s, s).mul(rho));
    }
    return matrix;
  }

  private void add(INDArray step) {
    history.add(origin, view(step), view(hessian.mmul(step)));
  }

  private INDArray product(INDArray vector) {
    INDArray result = vector.dup();
    history.multiply(view(result));
    return result;
  }

  private INDArray vector() {
    return Nd4j.createFromArray(random.doubles(SIZE, -1, 1).toArray());
  }

  private static FlatArray orthogonal() {
    return view(Nd4j.createFromArray(0, 1d, 0, 0, 0, 0));
  }

  private static FlatArray view(INDArray array) {
    return FlatArray.viewOf(array);
  }

  private static double dot(INDArray a, INDArray b) {
    return view(a).dot(view(b));
  }

  private static INDArray outer(INDArray a, INDArray b) {
    return a.reshape(SIZE, 1).mmul(b.reshape(1, SIZE));
  }

  private static double difference(INDArray a, INDArray b) {
    return a.sub(b).amaxNumber().doubleValue();
  }
}
