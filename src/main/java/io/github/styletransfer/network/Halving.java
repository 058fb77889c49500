package io.github.styletransfer.network;

import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/** How feature maps are reduced to half their height and width. */
public final class Halving {
  private Halving() {}

  /** Windows of 2 x 2 pixels, or of those that there are at an odd border; NHWC. */
  public static Pooling2DConfig pooling() {
    return Pooling2DConfig.builder()
        .kH(2)
        .kW(2)
        .sH(2)
        .sW(2)
        .paddingMode(PaddingMode.SAME)
        .isNHWC(true)
        .build();
  }
}
