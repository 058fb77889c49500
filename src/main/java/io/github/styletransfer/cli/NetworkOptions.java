package io.github.styletransfer.cli;

import io.github.styletransfer.model.LayerWeight;
import io.github.styletransfer.model.Pooling;
import io.github.styletransfer.network.KernelLayout;
import io.github.styletransfer.network.PublishedBuild;
import java.util.List;
import picocli.CommandLine.Option;

/** Which network is used, and which of its layers. */
final class NetworkOptions {
  @Option(
      names = "--network",
      paramLabel = "FILE",
      order = 20,
      defaultValue = PublishedBuild.DEFAULT_FILE,
      description = "The VGG-19 file (default: ${DEFAULT-VALUE}).")
  String network = "";

  @Option(
      names = "--kernel-layout",
      paramLabel = "wh|hw",
      order = 21,
      defaultValue = "wh",
      description =
          "wh: kernels transposed, as the original program has them; hw: as the network was"
              + " trained (default: ${DEFAULT-VALUE}).")
  KernelLayout kernelLayout = KernelLayout.WH;

  @Option(
      names = "--pooling",
      paramLabel = "max|avg",
      order = 22,
      defaultValue = "max",
      description = "How pooling layers reduce (default: ${DEFAULT-VALUE}).")
  Pooling pooling = Pooling.MAX;

  @Option(
      names = "--content-layers",
      paramLabel = "LAYER[:W]",
      split = ",",
      order = 23,
      defaultValue = "relu4_2",
      converter = LayerWeightConverter.class,
      description = "Layers of the content loss, with weights (default: ${DEFAULT-VALUE}).")
  List<LayerWeight> contentLayers = List.of();

  @Option(
      names = "--style-layers",
      paramLabel = "LAYER[:W]",
      split = ",",
      order = 24,
      defaultValue = "relu1_1,relu2_1,relu3_1,relu4_1,relu5_1",
      converter = LayerWeightConverter.class,
      description =
          "Layers of the style loss; weights are normalised to sum 1 (default: ${DEFAULT-VALUE}).")
  List<LayerWeight> styleLayers = List.of();
}
