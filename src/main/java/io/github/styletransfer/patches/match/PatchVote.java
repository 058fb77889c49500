package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes an image of matched patches: each pixel is a weighted mean of what the patches over it say,
 * then moves towards where most of them agree, so that it is sharp (Kwatra et al., Texture
 * Optimization for Example-based Synthesis, 2005).
 */
public final class PatchVote {
  /** Pixels of a row that are done at once. */
  private static final int TILE = 64;

  private static final float SPREAD = 0.3f;
  private static final float LEAST = 1e-12f;
  private static final int CHANNELS = FloatImage.CHANNELS;

  private final Bands bands;
  private final FloatImage painting;
  private final int side;
  private final float[] window;
  private final Queue<Tile> tiles = new ConcurrentLinkedQueue<>();

  /**
   * Prepares for a painting.
   *
   * @param side of a patch, in pixels
   */
  public PatchVote(Bands bands, FloatImage painting, int side) {
    this.bands = bands;
    this.painting = painting;
    this.side = side;
    this.window = new float[side * side];
    double centre = (side - 1) / 2.0;
    double variance = 2 * (side * SPREAD) * (side * SPREAD);
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        double distance = (r - centre) * (r - centre) + (c - centre) * (c - centre);
        window[r * side + c] = (float) StrictMath.exp(-distance / variance);
      }
    }
  }

  /**
   * The image that a field's patches make.
   *
   * @param confidences weight of each patch
   * @param scales as for {@link #into}
   */
  public FloatImage of(PatchField field, float[] confidences, float... scales) {
    FloatImage image = new FloatImage(field.width() + side - 1, field.height() + side - 1);
    into(image, field, confidences, scales);
    return image;
  }

  /**
   * Makes the image of a field's patches.
   *
   * @param image overwritten with it
   * @param confidences weight of each patch
   * @param scales distances of colours, from coarse to fine: at each the pixel moves to the mean of
   *     what is about as near, weighed by 1 / (1 + r^2 + r^4 / 2), r being the distance over the
   *     scale
   */
  public void into(FloatImage image, PatchField field, float[] confidences, float... scales) {
    bands.rows(
        image.height(),
        (first, end) -> {
          Tile used = tiles.poll();
          Tile tile = used == null ? new Tile() : used;
          for (int y = first; y < end; y++) {
            for (int x = 0; x < image.width(); x += TILE) {
              tile.vote(field, confidences, image, x, y, scales);
            }
          }
          tiles.add(tile);
        });
  }

  /** What is said of some pixels of a row, and the votes. */
  private final class Tile {
    private final float[][] reds = new float[side * side][TILE];
    private final float[][] greens = new float[side * side][TILE];
    private final float[][] blues = new float[side * side][TILE];
    private final float[][] weights = new float[side * side][TILE];
    private final float[] red = new float[TILE];
    private final float[] green = new float[TILE];
    private final float[] blue = new float[TILE];
    private final float[] redSum = new float[TILE];
    private final float[] greenSum = new float[TILE];
    private final float[] blueSum = new float[TILE];
    private final float[] weightSum = new float[TILE];
    private final float[] distances = new float[TILE];
    private final float[] near = new float[TILE];

    void vote(
        PatchField field, float[] confidences, FloatImage image, int x, int y, float... scales) {
      int voices = 0;
      for (int r = Math.max(0, y - field.height() + 1); r < Math.min(side, y + 1); r++) {
        for (int c = 0; c < side; c++) {
          gather(field, confidences, x, y, r, c, voices++);
        }
      }
      clear();
      for (int voice = 0; voice < voices; voice++) {
        add(voice, weights[voice]);
      }
      divide();
      for (float scale : scales) {
        clear();
        for (int voice = 0; voice < voices; voice++) {
          VoteLoops.distances(
              reds[voice], greens[voice], blues[voice], red, green, blue, distances, TILE);
          VoteLoops.near(weights[voice], distances, 1 / (scale * scale), near, TILE);
          add(voice, near);
        }
        divide();
      }
      int to = (y * image.width() + x) * CHANNELS;
      for (int i = 0; i < Math.min(TILE, image.width() - x); i++) {
        image.values()[to + i * CHANNELS] = red[i];
        image.values()[to + i * CHANNELS + 1] = green[i];
        image.values()[to + i * CHANNELS + 2] = blue[i];
      }
    }

    private void gather(
        PatchField field, float[] confidences, int x, int y, int r, int c, int voice) {
      int row = (y - r) * field.width();
      float share = window[r * side + c];
      int first = Math.min(TILE, Math.max(0, c - x));
      int end = Math.max(first, Math.min(TILE, field.width() + c - x));
      silence(voice, 0, first);
      silence(voice, end, TILE);
      for (int i = first; i < end; i++) {
        int patch = row + x + i - c;
        int from = ((field.y()[patch] + r) * painting.width() + field.x()[patch] + c) * CHANNELS;
        reds[voice][i] = painting.values()[from];
        greens[voice][i] = painting.values()[from + 1];
        blues[voice][i] = painting.values()[from + 2];
        weights[voice][i] = share * confidences[patch] + LEAST;
      }
    }

    private void silence(int voice, int first, int end) {
      Arrays.fill(weights[voice], first, end, 0);
      Arrays.fill(reds[voice], first, end, 0);
      Arrays.fill(greens[voice], first, end, 0);
      Arrays.fill(blues[voice], first, end, 0);
    }

    private void clear() {
      Arrays.fill(redSum, 0);
      Arrays.fill(greenSum, 0);
      Arrays.fill(blueSum, 0);
      Arrays.fill(weightSum, Float.MIN_NORMAL);
    }

    private void add(int voice, float[] weight) {
      VoteLoops.add(weight, reds[voice], greens[voice], redSum, greenSum, TILE);
      VoteLoops.add(weight, blues[voice], blueSum, weightSum, TILE);
    }

    private void divide() {
      for (int i = 0; i < TILE; i++) {
        red[i] = redSum[i] / weightSum[i];
        green[i] = greenSum[i] / weightSum[i];
        blue[i] = blueSum[i] / weightSum[i];
      }
    }
  }
}
