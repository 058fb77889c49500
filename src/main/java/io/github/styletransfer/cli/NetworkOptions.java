package io.github.styletransfer.cli;

import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.Pooling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network is used, and which of its layers. */
final class NetworkOptions {
  @Option(
      names = "--network",
      paramLabel = "FILE|wavelet",
      order = 30,
      converter = ValueConverters.FileName.class,
      description =
          "The VGG-19 file, or wavelet for the built-in network; implies --method network (default: "
              + PublishedBuild.DEFAULT_FILE
              + " if it is there, else wavelet).")
  @Nullable String network;

  @Option(
      names = "--kernel-layout",
      paramLabel = "wh|hw",
      order = 31,
      defaultValue = "wh",
      description =
          "VGG-19 only. wh: kernels transposed, as in the original program; hw: as the network was"
              + " trained (default: ${DEFAULT-VALUE}).")
  KernelLayout kernelLayout = KernelLayout.WH;

  @Option(
      names = "--pooling",
      paramLabel = "max|avg",
      order = 32,
      defaultValue = "max",
      description = "VGG-19 only: maximum or average pooling (default: ${DEFAULT-VALUE}).")
  Pooling pooling = Pooling.MAX;

  @Option(
      names = "--content-layers",
      paramLabel = "LAYER[:W][,LAYER[:W]...]",
      order = 33,
      converter = LayerWeightsConverter.class,
      description = "Layers of the content loss, with weights (${bundle:default.content-layers}).")
  @Nullable LayerWeights contentLayers;

  @Option(
      names = "--style-layers",
      paramLabel = "LAYER[:W][,LAYER[:W]...]",
      order = 34,
      converter = LayerWeightsConverter.class,
      description =
          "Layers of the style loss; weights are normalised to sum to 1"
              + " (${bundle:default.style-layers}).")
  @Nullable LayerWeights styleLayers;
}
