package io.github.styletransfer.descent;

import io.github.styletransfer.color.Moments;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.Painting;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Gives one image the mean colour and the colour covariance of another: the linear map of least
 * change that does so (Pitié and Kokaram, "The Linear Monge-Kantorovitch Linear Colour Mapping for
 * Example-Based Colour Transfer", CVMP 2007).
 */
final class ColorMatch {
  /** In grey levels: colours that vary by less are not spread out any further. */
  private static final double NOISE = 4;

  /** Those of an image whose arrays are no matter. */
  private static final long FEW_SAMPLES = 1 << 23;

  private ColorMatch() {}

  /** The image with the colours of all paintings together. */
  static RgbImage apply(RgbImage image, List<Painting> models) {
    INDArray from = pixels(image);
    Colors to =
        Colors.mixed(
            models.stream().map(model -> colors(model.image(), image)).toList(),
            Painting.shares(models));
    INDArray map = map(covariance(from), to.covariance());
    INDArray matched = from.subRowVector(from.mean(0)).mmul(map).addiRowVector(to.mean());
    float[] values = matched.dup('c').data().asFloat();
    byte[] samples = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      samples[i] = (byte) Math.round(Math.max(0, Math.min(255, values[i])));
    }
    return new RgbImage(image.width(), image.height(), samples);
  }

  /**
   * An image's colours.
   *
   * @param mean float, [3]
   * @param covariance double, [3, 3]
   */
  record Colors(INDArray mean, INDArray covariance) {
    /**
     * Those of several images together: the weighted mean, and the covariance around it.
     *
     * @param shares what part of the whole each is, in total 1
     */
    static Colors mixed(List<Colors> parts, double... shares) {
      if (parts.size() == 1) {
        return parts.get(0);
      }
      INDArray mean = Nd4j.create(DataType.DOUBLE, RgbImage.CHANNELS);
      for (int i = 0; i < shares.length; i++) {
        mean.addi(parts.get(i).mean().castTo(DataType.DOUBLE).muli(shares[i]));
      }
      INDArray covariance = Nd4j.create(DataType.DOUBLE, RgbImage.CHANNELS, RgbImage.CHANNELS);
      for (int i = 0; i < shares.length; i++) {
        INDArray away =
            parts.get(i).mean().castTo(DataType.DOUBLE).subi(mean).reshape(RgbImage.CHANNELS, 1);
        covariance.addi(parts.get(i).covariance().add(away.mmul(away.transpose())).muli(shares[i]));
      }
      return new Colors(mean.castTo(DataType.FLOAT), covariance);
    }
  }

  /** Those of an image much larger than another are counted, as arrays of it would be too large. */
  private static Colors colors(RgbImage image, RgbImage other) {
    long most = Math.max(FEW_SAMPLES, 2L * other.samples().length);
    return image.samples().length <= most ? ofArray(image) : ofSums(image);
  }

  static Colors ofArray(RgbImage image) {
    INDArray pixels = pixels(image);
    return new Colors(pixels.mean(0), covariance(pixels));
  }

  /** By sums of whole numbers, which are exact. */
  static Colors ofSums(RgbImage image) {
    Moments moments = Moments.of(image, NOISE);
    return new Colors(
        Nd4j.createFromArray(moments.mean()).castTo(DataType.FLOAT),
        Nd4j.createFromArray(moments.covariance()));
  }

  /** A^(-1/2) (A^(1/2) B A^(1/2))^(1/2) A^(-1/2), symmetric. */
  private static INDArray map(INDArray a, INDArray b) {
    INDArray root = power(a, 0.5);
    INDArray inverse = power(a, -0.5);
    return inverse.mmul(power(root.mmul(b).mmul(root), 0.5)).mmul(inverse).castTo(DataType.FLOAT);
  }

  private static INDArray power(INDArray symmetric, double exponent) {
    INDArray vectors = symmetric.add(symmetric.transpose()).muli(0.5);
    INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors, true);
    INDArray powers = Transforms.pow(Transforms.max(values, Double.MIN_NORMAL), exponent);
    return vectors.mulRowVector(powers).mmul(vectors.transpose());
  }

  private static INDArray covariance(INDArray pixels) {
    INDArray centred = pixels.subRowVector(pixels.mean(0));
    return centred
        .transpose()
        .mmul(centred)
        .castTo(DataType.DOUBLE)
        .divi(pixels.size(0))
        .addi(noise());
  }

  private static INDArray noise() {
    return Nd4j.eye(RgbImage.CHANNELS).castTo(DataType.DOUBLE).muli(NOISE * NOISE);
  }

  private static INDArray pixels(RgbImage image) {
    byte[] samples = image.samples();
    float[] values = new float[samples.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(samples[i]);
    }
    return Nd4j.create(
        values, new long[] {(long) image.width() * image.height(), RgbImage.CHANNELS}, 'c');
  }
}
