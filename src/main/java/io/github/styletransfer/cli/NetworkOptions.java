package io.github.styletransfer.cli;

import io.github.styletransfer.job.NetworkKind;
import io.github.styletransfer.job.Preset;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.vgg.VggSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network is used, and which of its layers. */
final class NetworkOptions {
  @Option(
      names = "--network",
      paramLabel = "FILE|thin|wavelet",
      converter = ValueConverters.FileName.class,
      description =
          "thin, wavelet (the built-in one), or a file of VGG-19 or the thin VGG-19 (default: "
              + PublishedBuild.DEFAULT_FILE
              + " if it is there, else thin if "
              + PublishedNetwork.THIN_DEFAULT_FILE
              + " is, else wavelet).")
  @Nullable String network;

  @Option(
      names = "--preset",
      paramLabel = "original|fine",
      description =
          "VGG-19 and thin: settings for the other options. original: those of the original program;"
              + " fine: the best picture for the time it takes (default: original).")
  @Nullable Preset preset;

  @Option(
      names = "--kernel-layout",
      paramLabel = "wh|hw",
      description =
          "VGG-19 only. wh: kernels transposed, as in the original program; hw: as the network was"
              + " trained (${bundle:default.kernel-layout}).")
  @Nullable KernelLayout kernelLayout;

  @Option(
      names = "--pooling",
      paramLabel = "max|avg",
      description = "VGG-19 and thin: maximum or average pooling (${bundle:default.pooling}).")
  @Nullable Pooling pooling;

  @Option(
      names = "--padding",
      paramLabel = "zero|replicate-first|replicate|reflect",
      description =
          "VGG-19 and thin: what convolutions see beyond the border: zeros, which leave a frame, or the"
              + " outermost pixels again, of the image alone or of all layers, or those beside them, of"
              + " all layers, as in a mirror (${bundle:default.padding}).")
  @Nullable Padding padding;

  @Option(
      names = "--content-layers",
      paramLabel = "LAYER[:W][,LAYER[:W]...]",
      converter = LayerWeightsConverter.class,
      description = "Layers of the content loss, with weights (${bundle:default.content-layers}).")
  @Nullable LayerWeights contentLayers;

  @Option(
      names = "--style-layers",
      paramLabel = "LAYER[:W][,LAYER[:W]...]",
      converter = LayerWeightsConverter.class,
      description =
          "Layers of the style loss; weights are normalised to sum to 1"
              + " (${bundle:default.style-layers}).")
  @Nullable LayerWeights styleLayers;

  Preset preset() {
    return Objects.requireNonNullElse(preset, Preset.ORIGINAL);
  }

  /** How a network is computed that is a VGG-19. */
  VggSettings vgg(NetworkKind kind) {
    VggSettings usual = kind.defaults(preset()).vgg();
    return new VggSettings(
        Objects.requireNonNullElse(kernelLayout, usual.layout()),
        Objects.requireNonNullElse(pooling, usual.pooling()),
        Objects.requireNonNullElse(padding, usual.padding()));
  }
}
