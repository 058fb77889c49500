package io.github.styletransfer.job;

import io.github.styletransfer.model.loss.LayerChoice;
import io.github.styletransfer.model.loss.Loss;
import io.github.styletransfer.model.loss.StyleLoss;
import io.github.styletransfer.model.loss.WassersteinStyleLoss;

/** How a picture's style is compared with the painting's. */
public enum StyleLossKind {
  /** By the Gram matrices of features. */
  GRAM {
    @Override
    public Loss of(double weight, LayerChoice layers) {
      return new StyleLoss(weight, layers);
    }
  },

  /** By the Wasserstein distance of the features' distributions, taken for Gaussians. */
  WASSERSTEIN {
    @Override
    public Loss of(double weight, LayerChoice layers) {
      return new WassersteinStyleLoss(weight, FEATURE_SCALE, layers);
    }
  };

  /** About what VGG-19's features are larger by than those of the image in -2..2. */
  private static final double FEATURE_SCALE = 58;

  /** The loss. */
  public abstract Loss of(double weight, LayerChoice layers);
}
