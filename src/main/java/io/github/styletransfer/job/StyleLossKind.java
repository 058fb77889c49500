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
    public Loss of(double weight, LayerChoice layers, double featureScale) {
      return new StyleLoss(weight, layers);
    }
  },

  /** By the Wasserstein distance of the features' distributions, taken for Gaussians. */
  WASSERSTEIN {
    @Override
    public Loss of(double weight, LayerChoice layers, double featureScale) {
      return new WassersteinStyleLoss(weight, featureScale, layers);
    }
  };

  /**
   * The loss.
   *
   * @param featureScale about how large the network's features are
   */
  public abstract Loss of(double weight, LayerChoice layers, double featureScale);
}
