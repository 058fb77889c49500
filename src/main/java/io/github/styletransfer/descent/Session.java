package io.github.styletransfer.descent;

import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.StyleRegions;
import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.region.RegionColor;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.TransferMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What several runs have in common: a network, what evaluates its losses, and what has been made
 * for one run and serves the next: style targets by painting and size, and engines by size. Not
 * safe for use by threads.
 */
public final class Session implements AutoCloseable {
  /** Style targets that are kept; those of VGG-19 take 2.4 MB each. */
  private static final int MOST_STYLES = 48;

  /** Runs that are alike come one after another; what tells them apart may hold whole images. */
  private static final int MOST_RUNS = 4;

  private final EngineFactory engines;
  private final FeatureNetwork network;
  private final int mostIdle;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final RecentValues<StyleKey, Targets> styleTargets = new RecentValues<>(MOST_STYLES);
  private final RecentValues<RunKey, MemoryNeed> needs = new RecentValues<>(MOST_RUNS);
  private final RecentValues<RunKey, Map<String, String>> executors = new RecentValues<>(MOST_RUNS);

  /**
   * Opens a session; nothing is computed yet.
   *
   * @param network for results' own sizes
   * @param mostIdle how many engines are kept for later runs of the same sizes; 0 for a single run,
   *     so that the memory for one size is free for the next
   */
  public Session(EngineFactory engines, FeatureNetwork network, int mostIdle) {
    this.engines = engines;
    this.network = network;
    this.mostIdle = mostIdle;
  }

  /**
   * The optimisation of losses on the session's network.
   *
   * @throws IllegalArgumentException if the settings name a layer that the network doesn't have
   */
  public TransferMethod transfer(TransferSettings settings) {
    return transfer(settings, Optional.empty());
  }

  /**
   * The optimisation of losses on the session's network, with a style of its own for each region.
   *
   * @param regions of the photo and the paintings that the method will be run on; empty if all of
   *     them are one
   * @throws IllegalArgumentException if the settings name a layer that the network doesn't have
   */
  public TransferMethod transfer(TransferSettings settings, Optional<Regions> regions) {
    List<String> unknown = settings.losses().unknownLayers(network);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("the network has no layer named " + unknown);
    }
    return new NetworkTransfer(this, settings, regions);
  }

  /**
   * The regions that would have no style: too small, in the photo or in all paintings, on every
   * layer that the losses look at.
   *
   * @param result the photo's size
   * @param paintings their sizes
   */
  public List<RegionColor> regionsWithoutStyle(
      TransferSettings settings, Regions regions, ImageSize result, List<ImageSize> paintings) {
    return new NetworkTransfer(this, settings, Optional.of(regions))
        .regionsWithoutStyle(result, paintings).stream()
            .map(regions.photo().colors()::get)
            .toList();
  }

  EngineFactory engines() {
    return engines;
  }

  /** The network for results' own sizes. */
  public FeatureNetwork network() {
    return network;
  }

  /**
   * What an engine is for.
   *
   * @param losses on the network for the stage's size
   * @param halvings of the stage
   * @param height of the images, in pixels
   * @param width of the images
   * @param regions of the image
   */
  record EngineKey(
      LossSettings losses, int halvings, int height, int width, Optional<StyleRegions> regions) {}

  /**
   * What targets are made of.
   *
   * @param losses that take them
   * @param halvings of the stage
   * @param style the painting's fingerprint
   * @param strips into how many strips it is cut
   * @param regions of the painting
   */
  record StyleKey(
      LossSettings losses,
      int halvings,
      ImageHash style,
      int strips,
      Optional<StyleRegions> regions) {}

  /**
   * Runs that are alike.
   *
   * @param result its size
   * @param paintings their sizes
   * @param regions of the images
   */
  record RunKey(
      TransferSettings settings,
      ImageSize result,
      List<ImageSize> paintings,
      Optional<Regions> regions) {
    /** Copies the list. */
    RunKey {
      paintings = List.copyOf(paintings);
    }
  }

  private record Idle(EngineKey key, Engine engine) {}

  /**
   * An engine that an earlier run has left, or a new one; to be given back.
   *
   * @param model of its losses, if it is a new one
   * @param beside bytes that the process takes for what the engine knows nothing of
   */
  Engine borrow(EngineKey key, Supplier<LossModel> model, long beside) {
    for (Iterator<Idle> kept = idle.iterator(); kept.hasNext(); ) {
      Idle some = kept.next();
      if (some.key().equals(key)) {
        kept.remove();
        return some.engine();
      }
    }
    return engines.create(model.get(), beside);
  }

  /** Takes an engine back. */
  void giveBack(EngineKey key, Engine engine) {
    idle.addFirst(new Idle(key, engine));
    while (idle.size() > mostIdle) {
      idle.removeLast().engine().close();
    }
  }

  /** Targets that are known, or else are computed now and kept. */
  Optional<Targets> styleTargets(StyleKey key, Supplier<Optional<Targets>> computation) {
    Optional<Targets> known = styleTargets.get(key);
    if (known.isPresent()) {
      return known;
    }
    Optional<Targets> computed = computation.get();
    computed.ifPresent(targets -> styleTargets.put(key, targets));
    return computed;
  }

  /** How much memory a run needs; to find that out takes making its graphs. */
  MemoryNeed memory(RunKey key, Supplier<MemoryNeed> computation) {
    return known(needs, key, computation);
  }

  /** What computes a run; to find that out takes making its graphs. */
  Map<String, String> executor(RunKey key, Supplier<Map<String, String>> computation) {
    return known(executors, key, computation);
  }

  private static <V> V known(RecentValues<RunKey, V> values, RunKey key, Supplier<V> computation) {
    return values
        .get(key)
        .orElseGet(
            () -> {
              V value = computation.get();
              values.put(key, value);
              return value;
            });
  }

  /** Releases the engines' memory. */
  @Override
  public void close() {
    while (!idle.isEmpty()) {
      idle.removeLast().engine().close();
    }
    styleTargets.clear();
  }
}
