package io.github.styletransfer.network.wavelet;

import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.FeatureScale;
import io.github.styletransfer.network.FeatureSize;
import io.github.styletransfer.network.Features;
import io.github.styletransfer.network.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A feature network without trained weights: rectified wavelets on the levels of a pyramid
 * (Brochard, Zhang and Mallat, "Generalized Rectifier Wavelet Covariance Models for Texture
 * Synthesis", ICLR 2022; Ustyuzhaninov et al., "What does it take to generate natural textures?",
 * ICLR 2017).
 *
 * <p>Level 1 is the image itself; each further level is the one before, blurred and reduced to half
 * its size, odd sizes rounded up. Every level's feature maps are the rectified responses of one
 * {@linkplain WaveletBank bank of filters}. Content layers are the levels, {@code level1}, {@code
 * level2}, ...; style layers are the levels, for the correlations within a level, and pairs of
 * neighbours such as {@code level1-2}, for those between the finer level's feature maps, averaged
 * to the coarser one's size, and the coarser level's.
 */
public final class Wavelets implements FeatureNetwork {
  /** Levels that a large image has. */
  public static final int MOST_LEVELS = 6;

  private static final String LEVEL = "level";
  private static final float GREY = 127.5f;
  private static final int MARGIN = 8;

  private final int firstLevel;
  private final int lastLevel;
  private final WaveletBank bank;

  private Wavelets(int firstLevel, int lastLevel, WaveletBank bank) {
    this.firstLevel = firstLevel;
    this.lastLevel = lastLevel;
    this.bank = bank;
  }

  /**
   * The network with as many levels as fit an image: the coarsest is at least as large as a filter.
   *
   * @param shortestSide in pixels, of the smallest image that it will be used on
   */
  public static Wavelets forSide(int shortestSide) {
    return new Wavelets(1, levelsFor(shortestSide), WaveletBank.create());
  }

  /** How many levels that network has. */
  public static int levelsFor(int shortestSide) {
    int level = 1;
    int side = (shortestSide + 1) / 2;
    while (level < MOST_LEVELS && side >= WaveletBank.SIZE) {
      level++;
      side = (side + 1) / 2;
    }
    return level;
  }

  /** The finest level that is looked at; finer ones don't exist. */
  public int firstLevel() {
    return firstLevel;
  }

  /** The coarsest level. */
  public int lastLevel() {
    return lastLevel;
  }

  /** The name of a level, as a content or style layer. */
  public static String level(int level) {
    return LEVEL + level;
  }

  /** The name of the pair of a level and the next coarser one, as a style layer. */
  public static String pair(int finer) {
    return LEVEL + finer + "-" + (finer + 1);
  }

  /**
   * The filters of each level: 32-bit floats in c order, [7, 7, 3, features]; they are applied as a
   * cross-correlation, and their responses, plus the {@link #bias}, are rectified.
   */
  public INDArray kernel() {
    return bank.kernel();
  }

  /** 32-bit floats, [features]. */
  public INDArray bias() {
    return bank.bias();
  }

  /** The filter before each halving: 32-bit floats in c order, [7, 7, 3, 3]. */
  public INDArray blur() {
    return bank.blur();
  }

  @Override
  public float[] meanPixel() {
    return new float[] {GREY, GREY, GREY};
  }

  @Override
  public List<String> contentLayers() {
    return IntStream.rangeClosed(firstLevel, lastLevel).mapToObj(Wavelets::level).toList();
  }

  @Override
  public List<String> styleLayers() {
    List<String> names = new ArrayList<>();
    for (int level = firstLevel; level <= lastLevel; level++) {
      names.add(level(level));
      if (level < lastLevel) {
        names.add(pair(level));
      }
    }
    return List.copyOf(names);
  }

  @Override
  public int margin() {
    return MARGIN;
  }

  @Override
  public Wavelets reduced(int halvings) {
    return new Wavelets(Math.min(firstLevel + halvings, lastLevel), lastLevel, bank);
  }

  /** A filter's size; on an image so small there is but one level. */
  @Override
  public int smallestSide(String layer) {
    return WaveletBank.SIZE;
  }

  /** How far a filter looks, in pixels of its level. */
  int reach() {
    return WaveletBank.SIZE / 2;
  }

  /** Relative to the target, as the levels' responses differ by orders of magnitude. */
  @Override
  public FeatureScale scale() {
    return FeatureScale.RELATIVE;
  }

  @Override
  public Features addTo(SameDiff graph, FeatureMap image, Set<String> layers) {
    return new WaveletGraph(graph, image, this, new NeededLevels(this, layers));
  }

  /**
   * A level's filters look as far as half of one, and so does the blur but for its border of zeros;
   * every second row is kept of what it gives.
   */
  @Override
  public Reach reach(Set<String> layers) {
    NeededLevels needed = new NeededLevels(this, layers);
    int subsampling = 1;
    int rows = 0;
    int margin = 0;
    for (int number = firstLevel; number <= needed.coarsest(); number++) {
      margin = Math.max(margin, (rows + reach()) * subsampling);
      if (number < needed.coarsest()) {
        rows = (rows + reach()) / 2;
        subsampling *= 2;
      }
    }
    return Reach.of(subsampling, margin);
  }

  /**
   * Feature maps, and the same as rows of a matrix; both once more at a quarter of the size, for
   * the pair with the next level.
   */
  @Override
  public long activations(FeatureSize image, Set<String> layers) {
    NeededLevels needed = new NeededLevels(this, layers);
    FeatureSize size = new FeatureSize(image.height(), image.width(), bank.bias().length());
    long sum = 0;
    for (int number = firstLevel; number <= needed.coarsest(); number++) {
      if (needed.contains(number)) {
        sum += size.elements() * 5 / 2;
      }
      size = size.halved();
    }
    return sum;
  }
}
