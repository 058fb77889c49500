package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import io.github.styletransfer.network.matlab.MatFields;
import java.util.Arrays;
import java.util.Locale;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Finds the mean pixel where the different builds of the file keep it. */
final class MeanPixel {
  /** The variable that has it in old builds. */
  static final String OLD_VARIABLE = "normalization";

  /** The variable that has it in new builds. */
  static final String NEW_VARIABLE = "meta";

  private static final String FIELD = "averageImage";
  private static final int CHANNELS = 3;
  private static final int BRIGHTEST = 255;

  private MeanPixel() {}

  /**
   * Reads it, averaging over an image's pixels.
   *
   * @param file with at least one of the two variables
   * @return red, green, blue in 0..255
   * @throws NetworkFault if it is missing or can't be
   */
  static float[] of(MatFile file) throws NetworkFault {
    Struct meta = null;
    for (MatFile.Entry entry : file.getEntries()) {
      if (entry.getName().equals(OLD_VARIABLE)) {
        return of(MatFields.struct(entry.getValue(), OLD_VARIABLE), OLD_VARIABLE);
      }
      if (entry.getName().equals(NEW_VARIABLE)) {
        meta = MatFields.struct(entry.getValue(), NEW_VARIABLE);
      }
    }
    if (meta == null) {
      throw NetworkFault.unexpected(
          "has no mean pixel: it has neither a variable 'normalization' nor a variable 'meta'");
    }
    return of(
        MatFields.struct(meta, OLD_VARIABLE, NEW_VARIABLE), NEW_VARIABLE + "." + OLD_VARIABLE);
  }

  private static float[] of(Struct normalization, String path) throws NetworkFault {
    Matrix image = MatFields.numbers(normalization, FIELD, path);
    int[] shape = image.getDimensions();
    int pixels = image.getNumElements() / CHANNELS;
    boolean isImage = shape.length == CHANNELS && shape[2] == CHANNELS;
    boolean isPixel = image.getNumElements() == CHANNELS;
    if (pixels == 0 || !(isImage || isPixel)) {
      throw NetworkFault.unexpected(
          String.format(
              Locale.ROOT,
              "is not the network: its mean pixel or image, %s.%s, has the shape %s",
              path,
              FIELD,
              Arrays.toString(shape)));
    }
    float[] mean = new float[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      double sum = 0;
      for (int i = 0; i < pixels; i++) {
        sum += image.getDouble(channel * pixels + i);
      }
      double value = sum / pixels;
      if (!(value >= 0 && value <= BRIGHTEST)) {
        throw new NetworkFault(
            "is damaged: its mean pixel has the value " + value + ", not within 0 to 255",
            Remedy.DOWNLOAD_AGAIN);
      }
      mean[channel] = (float) value;
    }
    return mean;
  }
}
