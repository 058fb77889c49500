package io.github.styletransfer.patches.match;

/**
 * The inner loops of a vote, written so that HotSpot uses the processor's vectors: all arrays have
 * one index, which begins at 0, and a loop has no more than two results.
 */
final class VoteLoops {
  private static final float HALF = 0.5f;

  private VoteLoops() {}

  /** Squared distances of colours. */
  static void distances(
      float[] reds,
      float[] greens,
      float[] blues,
      float[] red,
      float[] green,
      float[] blue,
      float[] distances,
      int count) {
    for (int i = 0; i < count; i++) {
      float r = reds[i] - red[i];
      float g = greens[i] - green[i];
      float b = blues[i] - blue[i];
      distances[i] = r * r + g * g + b * b;
    }
  }

  /** Weights over 1 + d + d^2 / 2, d being the distance times a factor. */
  static void near(float[] weights, float[] distances, float factor, float[] near, int count) {
    for (int i = 0; i < count; i++) {
      float d = distances[i] * factor;
      near[i] = weights[i] / (1 + d + HALF * (d * d));
    }
  }

  /** Adds two colours, each times its weight. */
  static void add(
      float[] weights, float[] reds, float[] greens, float[] redSum, float[] greenSum, int count) {
    for (int i = 0; i < count; i++) {
      redSum[i] = redSum[i] + weights[i] * reds[i];
      greenSum[i] = greenSum[i] + weights[i] * greens[i];
    }
  }

  /** Adds a colour times its weight, and the weight. */
  static void add(float[] weights, float[] blues, float[] blueSum, float[] weightSum, int count) {
    for (int i = 0; i < count; i++) {
      blueSum[i] = blueSum[i] + weights[i] * blues[i];
      weightSum[i] = weightSum[i] + weights[i];
    }
  }
}
