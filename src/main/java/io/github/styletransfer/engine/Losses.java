package io.github.styletransfer.engine;

/**
 * The losses at one image, weights included.
 *
 * @param total the sum that is minimised
 * @param content the weighted content loss
 * @param style the weighted style loss
 * @param tv the weighted total variation loss
 */
public record Losses(double total, double content, double style, double tv) {
  /** Whether the total is a number: neither NaN nor infinite. */
  public boolean isFinite() {
    return Double.isFinite(total);
  }
}
