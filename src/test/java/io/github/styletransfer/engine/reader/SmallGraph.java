package io.github.styletransfer.engine.reader;

import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.program.Program;
import java.util.List;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/** A graph that begins with an image of 6 x 8 pixels, and what the models' graphs are made of. */
final class SmallGraph {
  static final long HEIGHT = 6;
  static final long WIDTH = 8;

  private static final String IMAGE = "image";
  private static final long COLOURS = 3;

  private final SameDiff graph = SameDiff.create();
  private final SDVariable image;

  private SmallGraph(DataType type, long images) {
    image = graph.placeHolder(IMAGE, type, images, HEIGHT, WIDTH, COLOURS);
  }

  /** A graph of one image. */
  static SmallGraph create() {
    return of(DataType.FLOAT, 1);
  }

  static SmallGraph of(DataType type, long images) {
    return new SmallGraph(type, images);
  }

  SameDiff graph() {
    return graph;
  }

  SDVariable image() {
    return image;
  }

  /** Reads what some variables depend on. */
  Program read(String... outputs) throws UnsupportedGraphException {
    return ProgramReader.read(graph, IMAGE, List.of(outputs));
  }

  SDVariable constant(String name, long... shape) {
    return graph.constant(name, random(shape));
  }

  static INDArray random(long... shape) {
    return RandomNetworks.normal(new Random(1), 1, shape);
  }

  /** A placeholder. */
  SDVariable input(String name, long... shape) {
    return graph.placeHolder(name, DataType.FLOAT, shape);
  }

  /** What makes a convolution that the reader knows: 3 x 3 pixels, SAME padding. */
  static Conv2DConfig.Conv2DConfigBuilder plainConvolution() {
    return Conv2DConfig.builder().kH(3).kW(3).paddingMode(PaddingMode.SAME).dataFormat("NHWC");
  }

  /** A convolution of the image. */
  SDVariable convolution(String name, Conv2DConfig config) {
    return graph.cnn().conv2d(name, image, constant(name + "/kernel", 3, 3, 3, 4), config);
  }

  /** A convolution of the image to four channels, that the reader knows. */
  SDVariable convolution(String name) {
    return convolution(name, plainConvolution().build());
  }

  /** What makes a pooling layer that the reader knows: 2 x 2 pixels, SAME padding. */
  static Pooling2DConfig.Pooling2DConfigBuilder plainPooling() {
    return Pooling2DConfig.builder()
        .kH(2)
        .kW(2)
        .sH(2)
        .sW(2)
        .paddingMode(PaddingMode.SAME)
        .isNHWC(true);
  }

  /** The image without its first row. */
  SDVariable lowerRows(String name) {
    return rectangle(name, 1, 0, HEIGHT, WIDTH);
  }

  /** The image without its last row. */
  SDVariable upperRows(String name) {
    return rectangle(name, 0, 0, HEIGHT - 1, WIDTH);
  }

  SDVariable rectangle(String name, long top, long left, long bottom, long right) {
    return graph.stridedSlice(
        name,
        image,
        new long[] {0, top, left, 0},
        new long[] {1, bottom, right, COLOURS},
        1,
        1,
        1,
        1);
  }

  /** The image as a matrix of one row per pixel. */
  SDVariable rows(String name) {
    return rows(name, image, COLOURS);
  }

  /** A layer of the image's size as a matrix of one row per pixel. */
  SDVariable rows(String name, SDVariable layer, long channels) {
    return graph.reshape(name, layer, HEIGHT * WIDTH, channels);
  }

  /** The Gram matrix of rows, without a factor. */
  SDVariable gram(String name, SDVariable rows) {
    return graph.mmul(name, rows, rows, true, false, false);
  }

  /** The sum of squared differences. */
  SDVariable loss(String name, SDVariable a, SDVariable b) {
    return graph.squaredNorm(a.sub(b), 1).sum(name);
  }

  /** The error of the image itself. */
  SDVariable imageLoss(String name) {
    return loss(name, image, input(name + "/target", 1, HEIGHT, WIDTH, COLOURS));
  }
}
