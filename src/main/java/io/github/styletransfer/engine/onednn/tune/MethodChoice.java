package io.github.styletransfer.engine.onednn.tune;

import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ElementType;

/** Chooses how convolutions are computed. */
@FunctionalInterface
public interface MethodChoice {
  /** With fewer channels, the transforms take longer than the multiplications that they save. */
  long FEWEST_CHANNELS = 32;

  /** Winograd's transforms wherever they may pay: this takes the most memory. */
  MethodChoice BY_CHANNELS =
      convolution ->
          Math.min(convolution.input().channels(), convolution.output().channels())
                  < FEWEST_CHANNELS
              ? ConvolutionMethod.DIRECT
              : ConvolutionMethod.WINOGRAD;

  /**
   * What is faster on most machines. Products in bfloat16 are so much faster than those in float32
   * that on some the transforms don't pay.
   */
  MethodChoice BY_TYPE =
      convolution ->
          convolution.to().type() == ElementType.BFLOAT16
              ? ConvolutionMethod.DIRECT
              : BY_CHANNELS.of(convolution);

  /** Chooses for a convolution that can be computed either way. */
  ConvolutionMethod of(ConvolutionAction convolution);
}
