package io.github.styletransfer.network.thin;

import io.github.styletransfer.network.NetworkFile;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.pytorch.StateDictFile;
import io.github.styletransfer.network.vgg.Layer;
import io.github.styletransfer.network.vgg.Vgg19;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the thin VGG-19 of Wang, Li, Wang, Hu and Yang (Collaborative Distillation for
 * Ultra-Resolution Universal Style Transfer, CVPR 2020) from the file of PyTorch that they
 * published. Its first layer, conv0, only makes VGG-19's input of RGB 0..1, and becomes part of the
 * second and of the mean pixel.
 */
public final class ThinLoader {
  private static final int[] CONVOLUTIONS_PER_BLOCK = {2, 2, 4, 4, 1};

  private ThinLoader() {}

  /**
   * Loads the layers up to {@code relu5_1}. Channel counts come from the file.
   *
   * @throws NetworkFileException if the file can't be used; the message is meant for the user
   */
  public static Vgg19 load(Path file) throws NetworkFileException {
    return NetworkFile.read(file, PublishedNetwork.THIN, ThinLoader::read);
  }

  private static Vgg19 read(Path path) throws IOException {
    try (StateDictFile file = StateDictFile.open(path)) {
      ThinWeights weights = new ThinWeights(file);
      weights.require(convolutions());
      ImageInput input = weights.input();
      List<Layer> layers = new ArrayList<>();
      for (int block = 1; block <= CONVOLUTIONS_PER_BLOCK.length; block++) {
        for (int i = 1; i <= CONVOLUTIONS_PER_BLOCK[block - 1]; i++) {
          String name = "conv" + block + i;
          float[] kernel = weights.kernel(name);
          layers.add(
              weights.layer(
                  "conv" + block + "_" + i, name, layers.isEmpty() ? input.fold(kernel) : kernel));
          layers.add(new Layer.Relu("relu" + block + "_" + i));
        }
        if (block < CONVOLUTIONS_PER_BLOCK.length) {
          layers.add(new Layer.Pool("pool" + block));
        }
      }
      return new Vgg19(layers, input.meanPixel());
    }
  }

  /** The file's names of them, in order. */
  private static List<String> convolutions() {
    List<String> names = new ArrayList<>();
    for (int block = 1; block <= CONVOLUTIONS_PER_BLOCK.length; block++) {
      for (int i = 1; i <= CONVOLUTIONS_PER_BLOCK[block - 1]; i++) {
        names.add("conv" + block + i);
      }
    }
    return names;
  }
}
