package io.github.styletransfer.optimize;

import org.nd4j.linalg.api.buffer.DataType;

/** A copy of an evaluated image: the image, the loss and its gradient there. */
final class Iterate {
  private final FlatArray image;
  private final FlatArray gradient;
  private double loss;

  Iterate(DataType dataType, long length) {
    image = FlatArray.zeros(dataType, length);
    gradient = FlatArray.zeros(dataType, length);
  }

  void set(FlatArray newImage, FlatArray newGradient, double newLoss) {
    image.assign(newImage);
    gradient.assign(newGradient);
    loss = newLoss;
  }

  void set(Iterate other) {
    set(other.image, other.gradient, other.loss);
  }

  FlatArray image() {
    return image;
  }

  FlatArray gradient() {
    return gradient;
  }

  double loss() {
    return loss;
  }

  /** Gives its memory back. */
  void close() {
    image.close();
    gradient.close();
  }

  void save(String name, OptimizerState.Builder state) {
    state.put(name + ".image", image).put(name + ".gradient", gradient).put(name + ".loss", loss);
  }

  void restore(String name, OptimizerState state) {
    state.copyTo(name + ".image", image.values());
    state.copyTo(name + ".gradient", gradient.values());
    loss = state.number(name + ".loss");
  }
}
