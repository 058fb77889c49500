package io.github.styletransfer.descent;

import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What each stage starts from, as an array with the network's margin: NHWC, mean-subtracted.
 *
 * @param initial what the run starts from
 * @param resampling how images are resized
 * @param margin around the image
 * @param tensors converts images to arrays
 */
record InitialTensor(
    InitialImage initial, Resampling resampling, Margin margin, ImageTensor tensors) {
  /**
   * The part of the photo's fine detail that is added where an image is enlarged: with all of it
   * the photo shows through the strokes, without it thin shapes are lost.
   */
  private static final double DETAIL = 0.5;

  /** For a run's first stage, given the images at its size. */
  INDArray of(RgbImage content, RgbImage style) {
    int width = content.width();
    int height = content.height();
    if (initial instanceof InitialImage.Noise noise) {
      return Noise.of(
          noise.seed(),
          1,
          height + 2L * margin.pixels(),
          width + 2L * margin.pixels(),
          RgbImage.CHANNELS);
    }
    if (initial instanceof InitialImage.Given given) {
      return tensor(Resizer.resize(given.image(), width, height, resampling));
    }
    if (initial instanceof InitialImage.Style) {
      return tensor(Resizer.resize(style, width, height, resampling));
    }
    return tensor(content);
  }

  /**
   * For a further stage.
   *
   * @param result of the stage before
   * @param coarserContent the content at that stage's size
   * @param content at this stage's size
   */
  INDArray enlarged(RgbImage result, RgbImage coarserContent, RgbImage content) {
    INDArray image = tensor(Resizer.resize(result, content.width(), content.height(), resampling));
    if (initial instanceof InitialImage.Content) {
      INDArray blurred =
          tensor(Resizer.resize(coarserContent, content.width(), content.height(), resampling));
      INDArray detail = tensor(content).subi(blurred).muli(DETAIL);
      blurred.close();
      image.addi(detail);
      detail.close();
    }
    return image;
  }

  /** How many pixels an image has that is given to start from; it is kept as it is. */
  long pixels() {
    return initial instanceof InitialImage.Given given ? given.image().size().pixels() : 0;
  }

  private INDArray tensor(RgbImage image) {
    return tensors.of(margin.addTo(image));
  }
}
