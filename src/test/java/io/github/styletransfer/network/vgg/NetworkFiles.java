package io.github.styletransfer.network.vgg;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/** Writes small network files of both builds; all layers have equally many channels. */
final class NetworkFiles {
  static final int[] VGG_16 = {2, 2, 3, 3, 3};

  private final Map<String, Array> replaced = new TreeMap<>();
  private final int width;
  private boolean old;
  private boolean compressed;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int[] convolutionsPerBlock = {2, 2, 4, 4, 4};

  NetworkFiles(int width) {
    this.width = width;
  }

  NetworkFiles old(boolean old) {
    this.old = old;
    return this;
  }

  NetworkFiles compressed(boolean compressed) {
    this.compressed = compressed;
    return this;
  }

  NetworkFiles order(ByteOrder order) {
    this.order = order;
    return this;
  }

  NetworkFiles convolutionsPerBlock(int... convolutionsPerBlock) {
    this.convolutionsPerBlock = convolutionsPerBlock.clone();
    return this;
  }

  /** Puts something else in the place of a layer. */
  NetworkFiles replace(String layer, Array array) {
    replaced.put(layer, array);
    return this;
  }

  Path write(Path file) throws IOException {
    return write(network(layers()), file);
  }

  Path write(MatFile mat, Path file) throws IOException {
    try (var sink = Sinks.newStreamingFile(file.toFile())) {
      sink.order(order);
      Mat5.newWriter(sink)
          .setDeflateLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION)
          .writeMat(mat);
    }
    return file;
  }

  private MatFile network(Cell layers) {
    return Mat5.newMatFile()
        .addArray("layers", layers)
        .addArray(old ? "normalization" : "meta", old ? oldNormalization() : meta(pixel()));
  }

  /** MFL compresses into files alone. */
  private byte[] bytes(MatFile mat) throws IOException {
    Path file = Files.createTempFile("network", ".mat");
    try {
      return Files.readAllBytes(write(mat, file));
    } finally {
      Files.delete(file);
    }
  }

  /** What {@link #write(Path)} would write. */
  byte[] bytes() throws IOException {
    return bytes(network(layers()));
  }

  /** A file that has only the first two layers, which keeps it small. */
  static byte[] firstLayers(ByteOrder order) throws IOException {
    NetworkFiles files = new NetworkFiles(1).order(order);
    Cell layers = files.layers();
    return files.bytes(
        Mat5.newMatFile()
            .addArray("meta", meta(pixel()))
            .addArray("layers", cell(layers.get(0), layers.get(1))));
  }

  Cell layers() {
    List<Array> layers = new ArrayList<>();
    int in = 3;
    for (int block = 1; block <= convolutionsPerBlock.length; block++) {
      for (int i = 1; i <= convolutionsPerBlock[block - 1]; i++) {
        String suffix = block + "_" + i;
        add(layers, "conv" + suffix, convolution("conv" + suffix, kernel(3, in, width), bias()));
        add(layers, "relu" + suffix, simple("relu", "relu" + suffix));
        in = width;
      }
      add(layers, "pool" + block, simple("pool", "pool" + block));
    }
    for (int i = 6; i <= 8; i++) {
      layers.add(convolution("fc" + i, kernel(i == 6 ? 7 : 1, width, width), bias()));
      layers.add(i == 8 ? simple("softmax", "prob") : simple("relu", "relu" + i));
    }
    return cell(layers.toArray(new Array[0]));
  }

  private void add(List<Array> layers, String name, Array layer) {
    layers.add(replaced.getOrDefault(name, layer));
  }

  Struct convolution(String name, Array kernel, Array bias) {
    Cell weights = cell(kernel, bias);
    return old
        ? Mat5.newStruct()
            .set("weights", weights)
            .set("pad", Mat5.newScalar(1))
            .set("type", Mat5.newString("conv"))
            .set("name", Mat5.newString(name))
            .set("stride", Mat5.newScalar(1))
        : Mat5.newStruct()
            .set("name", Mat5.newString(name))
            .set("type", Mat5.newString("conv"))
            .set("weights", weights)
            .set("precious", Mat5.newScalar(0))
            .set("opts", Mat5.newCell(0, 0));
  }

  /** Element i of any kernel, in the file's order, is {@link #value}. */
  static Matrix kernel(int size, int in, int out) {
    Matrix kernel = Mat5.newMatrix(new int[] {size, size, in, out}, MatlabType.Single);
    for (int i = 0; i < kernel.getNumElements(); i++) {
      kernel.setFloat(i, value(i));
    }
    return kernel;
  }

  static float value(int index) {
    return (float) new Random(index).nextGaussian();
  }

  Matrix bias() {
    Matrix bias =
        Mat5.newMatrix(old ? new int[] {1, width} : new int[] {width, 1}, MatlabType.Single);
    for (int i = 0; i < width; i++) {
      bias.setFloat(i, i + 0.5f);
    }
    return bias;
  }

  static Struct simple(String type, String name) {
    return Mat5.newStruct().set("type", Mat5.newString(type)).set("name", Mat5.newString(name));
  }

  static Cell cell(Array... elements) {
    Cell cell = Mat5.newCell(1, elements.length);
    for (int i = 0; i < elements.length; i++) {
      cell.set(i, elements[i]);
    }
    return cell;
  }

  static Struct meta(Array averageImage) {
    Struct normalization = Mat5.newStruct().set("averageImage", averageImage);
    return Mat5.newStruct().set("inputs", Mat5.newStruct()).set("normalization", normalization);
  }

  static Matrix pixel() {
    Matrix pixel = Mat5.newMatrix(new int[] {1, 1, 3}, MatlabType.Double);
    for (int i = 0; i < 3; i++) {
      pixel.setDouble(i, 100 + 10 * i);
    }
    return pixel;
  }

  private static Struct oldNormalization() {
    Matrix image = Mat5.newMatrix(new int[] {224, 224, 3}, MatlabType.Single);
    int pixels = 224 * 224;
    for (int i = 0; i < image.getNumElements(); i++) {
      image.setFloat(i, 100 + 10 * (i / pixels) + (i % 2 == 0 ? 1 : -1));
    }
    return Mat5.newStruct().set("keepAspect", Mat5.newScalar(1)).set("averageImage", image);
  }
}
