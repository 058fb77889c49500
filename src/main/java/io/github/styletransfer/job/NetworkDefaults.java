package io.github.styletransfer.job;

import io.github.styletransfer.model.loss.LayerWeight;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.optimize.AdamSettings;
import java.util.List;

/**
 * What a feature network is used with unless the command line says otherwise.
 *
 * @param contentWeight of the content loss
 * @param styleWeight of the style loss
 * @param tvWeight of the total variation loss
 * @param contentLayers of the content loss
 * @param styleLayers of the style loss
 * @param init what to start from
 * @param matchColors whether the photo gets the painting's colours first
 * @param sizes how many sizes a run goes through
 * @param optimizer the optimiser
 * @param iterations evaluations of the loss
 * @param adam Adam's hyperparameters
 */
public record NetworkDefaults(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    Layers contentLayers,
    Layers styleLayers,
    String init,
    boolean matchColors,
    int sizes,
    OptimizerMethod optimizer,
    int iterations,
    AdamSettings adam) {

  /** The original program's. */
  public static final NetworkDefaults VGG19 =
      new NetworkDefaults(
          5,
          500,
          100,
          Layers.named("relu4_2"),
          Layers.named("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"),
          StartOption.NOISE,
          false,
          1,
          OptimizerMethod.ADAM,
          1000,
          new AdamSettings(10, 0.9, 0.999, 1e-8));

  /** Chosen by eye on photos and paintings of many kinds. */
  public static final NetworkDefaults WAVELET =
      new NetworkDefaults(
          4,
          100,
          0,
          new Layers.CoarserLevels(),
          new Layers.AllStyleLayers(),
          StartOption.CONTENT,
          true,
          3,
          OptimizerMethod.LBFGS,
          100,
          new AdamSettings(6, 0.9, 0.99, 1e-8));

  /** A choice of layers; in words on the command line. */
  public sealed interface Layers {
    List<LayerWeight> of(FeatureNetwork network);

    static Layers named(String... names) {
      return new Named(List.of(names));
    }

    /** The same whatever the network's depth. */
    record Named(List<String> names) implements Layers {
      @Override
      public List<LayerWeight> of(FeatureNetwork network) {
        return equal(names);
      }

      @Override
      public String toString() {
        return String.join(",", names);
      }
    }

    /** The coarser half of the levels: shapes, not strokes. */
    record CoarserLevels() implements Layers {
      @Override
      public List<LayerWeight> of(FeatureNetwork network) {
        List<String> levels = network.contentLayers();
        return equal(levels.subList(levels.size() / 2, levels.size()));
      }

      @Override
      public String toString() {
        return "the coarser half of the levels";
      }
    }

    /** All layers that the style loss can look at. */
    record AllStyleLayers() implements Layers {
      @Override
      public List<LayerWeight> of(FeatureNetwork network) {
        return equal(network.styleLayers());
      }

      @Override
      public String toString() {
        return "all levels and pairs";
      }
    }

    private static List<LayerWeight> equal(List<String> names) {
      return names.stream().map(name -> new LayerWeight(name, 1)).toList();
    }
  }
}
