package io.github.styletransfer.network;

import java.util.Arrays;
import java.util.Optional;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Finds the mean pixel where the different builds of the file keep it. */
final class MeanPixel {
  static final String OLD_VARIABLE = "normalization";
  static final String NEW_VARIABLE = "meta";

  private static final String FIELD = "averageImage";
  private static final int CHANNELS = 3;
  private static final int BRIGHTEST = 255;

  private MeanPixel() {}

  /**
   * Reads it, averaging over an image's pixels.
   *
   * @param file with one of the two variables
   * @return red, green, blue in 0..255
   */
  static float[] of(MatFile file) throws NetworkFault {
    Struct normalization;
    Optional<Array> old = variable(file, OLD_VARIABLE);
    if (old.isPresent()) {
      normalization = MatFields.as(Struct.class, old.get(), "the variable '" + OLD_VARIABLE + "'");
    } else {
      Array meta =
          variable(file, NEW_VARIABLE)
              .orElseThrow(
                  () ->
                      new NetworkFault(
                          "has neither a variable '"
                              + OLD_VARIABLE
                              + "' nor '"
                              + NEW_VARIABLE
                              + "', one of which holds the mean pixel"));
      Struct struct = MatFields.as(Struct.class, meta, "the variable '" + NEW_VARIABLE + "'");
      normalization = MatFields.field(Struct.class, struct, OLD_VARIABLE, NEW_VARIABLE);
    }
    return average(MatFields.field(Matrix.class, normalization, FIELD, OLD_VARIABLE));
  }

  private static Optional<Array> variable(MatFile file, String name) {
    for (MatFile.Entry entry : file.getEntries()) {
      if (entry.getName().equals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private static float[] average(Matrix image) throws NetworkFault {
    int[] shape = image.getDimensions();
    int pixels = image.getNumElements() / CHANNELS;
    if (pixels == 0 || shape[shape.length - 1] != CHANNELS) {
      throw new NetworkFault(
          "has a mean pixel of shape " + Arrays.toString(shape) + " instead of three channels");
    }
    float[] mean = new float[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      double sum = 0;
      for (int i = 0; i < pixels; i++) {
        sum += image.getDouble(channel * pixels + i);
      }
      double value = sum / pixels;
      if (!(value >= 0 && value <= BRIGHTEST)) {
        throw new NetworkFault("has a mean pixel value " + value + ", which is not in 0..255");
      }
      mean[channel] = (float) value;
    }
    return mean;
  }
}
