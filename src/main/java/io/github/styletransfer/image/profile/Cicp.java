package io.github.styletransfer.image.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Coding-independent code points (ITU-T H.273), by which PNG, AVIF, HEIC and video say what their
 * numbers stand for.
 *
 * @param primaries code of the primaries and the white point
 * @param transfer code of the transfer characteristics
 * @param matrix code of the matrix between RGB and stored samples, 0 for RGB
 * @param fullRange whether black and white are the least and largest value; otherwise they are 16
 *     and 235 of 255
 */
public record Cicp(int primaries, int transfer, int matrix, boolean fullRange) {
  private static final int UNSPECIFIED = 2;
  private static final double ILLUMINANT_C_X = 0.310;
  private static final double ILLUMINANT_C_Y = 0.316;

  /**
   * The encoding of RGB samples that the matrix, if there is one, was applied to already. Where
   * only one of primaries and transfer is specified, the other is sRGB's. The curves of cameras for
   * television (1, 6, 14, 15) count as sRGB's, which is what still pictures so marked are made for.
   *
   * @return none when neither is specified, or one isn't known
   */
  public Optional<RgbEncoding> encoding() {
    Chromaticities chromaticities = chromaticities();
    TransferCurve curve = curve();
    boolean unspecified = primaries == UNSPECIFIED && transfer == UNSPECIFIED;
    if (unspecified || chromaticities == null || curve == null) {
      return Optional.empty();
    }
    return Optional.of(new RgbEncoding(chromaticities, curve, fullRange));
  }

  private @Nullable Chromaticities chromaticities() {
    return switch (primaries) {
      case 1, UNSPECIFIED -> Chromaticities.BT709;
      case 4 ->
          new Chromaticities(0.67, 0.33, 0.21, 0.71, 0.14, 0.08, ILLUMINANT_C_X, ILLUMINANT_C_Y);
      case 5 -> Chromaticities.ofD65(0.64, 0.33, 0.29, 0.60, 0.15, 0.06);
      case 6, 7 -> Chromaticities.ofD65(0.630, 0.340, 0.310, 0.595, 0.155, 0.070);
      case 8 ->
          new Chromaticities(
              0.681, 0.319, 0.243, 0.692, 0.145, 0.049, ILLUMINANT_C_X, ILLUMINANT_C_Y);
      case 9 -> Chromaticities.BT2020;
      case 10 -> new Chromaticities(1, 0, 0, 1, 0, 0, 1 / 3.0, 1 / 3.0);
      case 11 -> new Chromaticities(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351);
      case 12 -> Chromaticities.DISPLAY_P3;
      case 22 -> Chromaticities.ofD65(0.630, 0.340, 0.295, 0.605, 0.155, 0.077);
      default -> null;
    };
  }

  private @Nullable TransferCurve curve() {
    return switch (transfer) {
      case 1, UNSPECIFIED, 6, 13, 14, 15 -> TransferCurve.SRGB;
      case 4 -> TransferCurve.power(2.2);
      case 5 -> TransferCurve.power(2.8);
      case 8 -> TransferCurve.LINEAR;
      case 16 -> TransferCurve.PQ;
      case 18 -> TransferCurve.HLG;
      default -> null;
    };
  }
}
