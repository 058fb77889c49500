package io.github.styletransfer.patches.color;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Paintings;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Gives a photo the whole distribution of the painting's colours, axis by axis in random rotations
 * (Pitié, Kokaram and Dahyot, Automated colour grading using colour distribution transfer, 2007).
 */
public final class DistributionMap implements ColorMap {
  private static final int ROUNDS = 24;
  private static final int CHANNELS = FloatImage.CHANNELS;

  private final Turn[] turns = new Turn[ROUNDS];

  /** The map from the photo's colours to the paintings'. */
  public DistributionMap(
      FloatImage photo, Paintings paintings, Randomness randomness, Bands bands) {
    float[] wanted = Colors.of(paintings).values();
    float[] moved = Colors.of(photo).values();
    for (int round = 0; round < ROUNDS; round++) {
      float[][] axes = rotation(randomness.of(round));
      Curve[] curves = new Curve[CHANNELS];
      bands.parts(
          CHANNELS,
          axis ->
              curves[axis] = Curve.between(sorted(axes[axis], moved), sorted(axes[axis], wanted)));
      turns[round] = new Turn(axes, curves);
      for (int at = 0; at < moved.length; at += CHANNELS) {
        turns[round].apply(moved, at);
      }
    }
  }

  @Override
  public void apply(float[] rgb, int at) {
    for (Turn turn : turns) {
      turn.apply(rgb, at);
    }
  }

  private static float[] sorted(float[] axis, float[] colors) {
    float[] values = new float[colors.length / CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = project(axis, colors, i * CHANNELS);
    }
    Arrays.sort(values);
    return values;
  }

  private static float project(float[] axis, float[] rgb, int at) {
    return axis[0] * rgb[at] + axis[1] * rgb[at + 1] + axis[2] * rgb[at + 2];
  }

  /** Random, by Gram and Schmidt. */
  private static float[][] rotation(SplittableRandom random) {
    double[][] axes = new double[CHANNELS][CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      for (int c = 0; c < CHANNELS; c++) {
        axes[i][c] = Randomness.gaussian(random);
      }
      for (int j = 0; j < i; j++) {
        double dot = dot(axes[i], axes[j]);
        for (int c = 0; c < CHANNELS; c++) {
          axes[i][c] -= dot * axes[j][c];
        }
      }
      double norm = Math.sqrt(dot(axes[i], axes[i]));
      for (int c = 0; c < CHANNELS; c++) {
        axes[i][c] /= norm;
      }
    }
    float[][] result = new float[CHANNELS][CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      for (int c = 0; c < CHANNELS; c++) {
        result[i][c] = (float) axes[i][c];
      }
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** One rotation, and what becomes of each of its axes. */
  private static final class Turn {
    private final float[][] axes;
    private final Curve[] curves;

    /**
     * Takes values without copying them.
     *
     * @param axes of length 1 and at right angles
     * @param curves for each axis
     */
    Turn(float[][] axes, Curve[] curves) {
      this.axes = axes;
      this.curves = curves;
    }

    void apply(float[] rgb, int at) {
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int i = 0; i < CHANNELS; i++) {
        float[] axis = axes[i];
        float value = curves[i].at(project(axis, rgb, at));
        red += axis[0] * value;
        green += axis[1] * value;
        blue += axis[2] * value;
      }
      rgb[at] = red;
      rgb[at + 1] = green;
      rgb[at + 2] = blue;
    }
  }
}
