package io.github.styletransfer.patches;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.patches.PatchPlan.Part;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.sliced.FilterBank;
import io.github.styletransfer.patches.sliced.ImageAdam;
import io.github.styletransfer.patches.sliced.SlicedWasserstein;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Moves an image so that its patches are distributed as the painting's are: the guide, which has
 * the painting's texture but no strokes yet, and the finish.
 */
final class DistributionStep implements PaintingStep {
  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private final Studio studio;
  private final Part part;
  private final Strength strength;
  private final FloatImage image;
  private final ImageAdam adam;
  private final FilterBank bank;
  private final SlicedWasserstein distance;

  /**
   * How far and by what the image is moved.
   *
   * @param filters of the bank
   * @param each drawn for a step
   * @param rate step size
   * @param sharp whether filters see more of fine texture
   */
  record Strength(int filters, int each, double rate, boolean sharp) {
    static final Strength GUIDE = new Strength(64, 16, 0.015, false);
    static final Strength FINISH = new Strength(128, 8, 0.006, true);
  }

  private DistributionStep(
      Studio studio, Part part, Strength strength, FloatImage image, ImageAdam adam) {
    this.studio = studio;
    this.part = part;
    this.strength = strength;
    this.image = image;
    this.adam = adam;
    FilterBank random =
        FilterBank.random(strength.filters(), studio.randomness().of(part.stage().first()));
    this.bank = strength.sharp() ? random.sharpened() : random;
    this.distance =
        new SlicedWasserstein(
            studio.bands(),
            bank,
            studio.paintings(image.width(), image.height()),
            studio.areas(image.width(), image.height()));
  }

  /** Begins from an image, which is changed. */
  static PaintingStep from(Studio studio, Part part, Strength strength, FloatImage image) {
    return new DistributionStep(studio, part, strength, image, ImageAdam.forImage(image));
  }

  /** Goes on from a state. */
  static PaintingStep resumed(Studio studio, Part part, Strength strength, RunState state) {
    int width = part.stage().width();
    int height = part.stage().height();
    return new DistributionStep(
        studio,
        part,
        strength,
        SavedArrays.image(state.image(), width, height),
        new ImageAdam(
            SavedArrays.floats(state, FIRST, width, height),
            SavedArrays.floats(state, SECOND, width, height)));
  }

  @Override
  public Losses advance(int iteration) {
    int[] drawn =
        bank.draw(strength.each(), studio.randomness().of(part.stage().first(), iteration));
    float[][][] gradient = distance.gradient(image, drawn);
    adam.step(
        image, gradient, iteration, part.stage().iterations(), strength.rate(), studio.bands());
    return LossTerms.ofDistribution(distance.distance());
  }

  @Override
  public FloatImage image() {
    return image;
  }

  @Override
  public Progress progress() {
    return new Progress(image, Optional.empty());
  }

  @Override
  public Map<String, StateArray> arrays() {
    Map<String, StateArray> arrays = new LinkedHashMap<>();
    long[] shape = {image.height(), image.width(), FloatImage.CHANNELS};
    arrays.put(FIRST, HeapArray.of(adam.first(), shape));
    arrays.put(SECOND, HeapArray.of(adam.second(), shape));
    return arrays;
  }
}
