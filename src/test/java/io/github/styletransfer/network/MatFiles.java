package io.github.styletransfer.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/** Writes network files of both builds, with two channels in each layer. */
final class MatFiles {
  static final int WIDTH = 2;

  private final Random random = new Random(1);
  private boolean old;
  private int[] convolutionsPerBlock = {2, 2, 4, 4, 4};
  private boolean compressed;
  private float firstWeight = Float.NEGATIVE_INFINITY;

  MatFiles oldBuild() {
    old = true;
    return this;
  }

  MatFiles vgg16() {
    convolutionsPerBlock = new int[] {2, 2, 3, 3, 3};
    return this;
  }

  MatFiles compressed() {
    compressed = true;
    return this;
  }

  MatFiles firstWeight(float value) {
    firstWeight = value;
    return this;
  }

  Path write(Path file) throws IOException {
    MatFile mat = Mat5.newMatFile();
    mat.addArray("layers", layers());
    if (old) {
      Matrix image = Mat5.newMatrix(new int[] {4, 4, 3}, MatlabType.Single);
      for (int i = 0; i < image.getNumElements(); i++) {
        image.setFloat(i, 100 + 10 * (i / 16) + (i % 2 == 0 ? 1 : -1));
      }
      mat.addArray("normalization", Mat5.newStruct().set("averageImage", image));
    } else {
      Matrix pixel = Mat5.newMatrix(new int[] {1, 1, 3}, MatlabType.Double);
      for (int i = 0; i < 3; i++) {
        pixel.setDouble(i, 100 + 10 * i);
      }
      Struct normalization = Mat5.newStruct().set("averageImage", pixel);
      mat.addArray("meta", Mat5.newStruct().set("normalization", normalization));
    }
    return write(mat, file);
  }

  Path write(MatFile mat, Path file) throws IOException {
    try (var sink = Sinks.newStreamingFile(file.toFile())) {
      Mat5.newWriter(sink)
          .setDeflateLevel(compressed ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION)
          .writeMat(mat);
    }
    return file;
  }

  private Cell layers() {
    List<Array> layers = new ArrayList<>();
    int in = 3;
    for (int block = 1; block <= convolutionsPerBlock.length; block++) {
      for (int i = 1; i <= convolutionsPerBlock[block - 1]; i++) {
        String suffix = block + "_" + i;
        layers.add(convolution("conv" + suffix, 3, in));
        layers.add(simple("relu", "relu" + suffix));
        in = WIDTH;
      }
      layers.add(simple("pool", "pool" + block));
    }
    for (int i = 6; i <= 8; i++) {
      layers.add(convolution("fc" + i, i == 6 ? 7 : 1, WIDTH));
      layers.add(i == 8 ? simple("softmax", "prob") : simple("relu", "relu" + i));
    }
    Cell cell = Mat5.newCell(1, layers.size());
    for (int i = 0; i < layers.size(); i++) {
      cell.set(i, layers.get(i));
    }
    return cell;
  }

  private Struct convolution(String name, int size, int in) {
    Matrix kernel = Mat5.newMatrix(new int[] {size, size, in, WIDTH}, MatlabType.Single);
    for (int i = 0; i < kernel.getNumElements(); i++) {
      kernel.setFloat(i, (float) random.nextGaussian());
    }
    if (name.equals("conv1_1") && firstWeight != Float.NEGATIVE_INFINITY) {
      kernel.setFloat(0, firstWeight);
    }
    Matrix bias =
        Mat5.newMatrix(old ? new int[] {1, WIDTH} : new int[] {WIDTH, 1}, MatlabType.Single);
    Cell weights = Mat5.newCell(1, 2).set(0, kernel).set(1, bias);
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

  private static Struct simple(String type, String name) {
    return Mat5.newStruct().set("type", Mat5.newString(type)).set("name", Mat5.newString(name));
  }
}
