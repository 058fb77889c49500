package io.github.styletransfer.patches;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.patches.DistributionStep.Strength;
import io.github.styletransfer.patches.PatchPlan.Kind;
import io.github.styletransfer.patches.PatchPlan.Part;
import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Paintings;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.CompositeListener;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.Painting;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paints a photo with a painting's own patches. A guide comes first: the photo, moved until its
 * patches are distributed as the painting's are, at small sizes. Then, from coarse to fine, each
 * patch of the picture is matched with one of the painting and all of them vote for its pixels. The
 * finish moves the result a little towards the painting's distribution again. Several paintings are
 * as one that has the patches of all, each as often as its weight says.
 */
public final class PatchTransfer implements TransferMethod {
  /** What Java itself takes, beside images and what is computed from them. */
  public static final long JAVA_BYTES = 90_000_000;

  /** Numbers for each of the result's pixels at the peak. */
  private static final long RESULT_BYTES = 190;

  /** The same for the painting's. */
  private static final long STYLE_BYTES = 40;

  /** What several paintings take more: they are copied one below the other. */
  private static final long STACK_BYTES = RgbImage.CHANNELS * Float.BYTES;

  /**
   * For each pixel: its region and how much of it is a region's; where the region's patches are.
   */
  private static final long REGION_BYTES = 16;

  /** Bytes in use from which on it is worth while to look what can be given back. */
  private static final long LARGE_HEAP = 110_000_000;

  private final PatchSettings settings;
  private final Checkpoints checkpoints;
  private final int threads;
  private final Optional<Regions> regions;

  /**
   * Prepares nothing yet.
   *
   * @param checkpoints how many a run leaves
   * @param threads how many compute, 1 or more; the result doesn't depend on it
   */
  public PatchTransfer(PatchSettings settings, Checkpoints checkpoints, int threads) {
    this(settings, checkpoints, threads, Optional.empty());
  }

  /**
   * Prepares nothing yet.
   *
   * @param checkpoints how many a run leaves
   * @param threads how many compute, 1 or more; the result doesn't depend on it
   * @param regions of the photo and the paintings that it will be run on; empty if all of them are
   *     one
   */
  public PatchTransfer(
      PatchSettings settings, Checkpoints checkpoints, int threads, Optional<Regions> regions) {
    this.regions = regions;
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.threads = threads;
  }

  @Override
  public List<String> lossNames() {
    return LossTerms.NAMES;
  }

  @Override
  public List<PlannedStage> stages(ImageSize result) {
    return PatchPlan.of(settings, result).stages();
  }

  @Override
  public MemoryNeed memory(ImageSize result, List<ImageSize> paintings) {
    long style = paintings.stream().mapToLong(ImageSize::pixels).sum();
    long ofThreads = (long) threads * Integer.BYTES * style;
    long each = STYLE_BYTES + (paintings.size() > 1 ? STACK_BYTES : 0);
    long ofRegions =
        regions.isEmpty() ? 0 : regions.get().bytes() + REGION_BYTES * (result.pixels() + style);
    long bytes = JAVA_BYTES + RESULT_BYTES * result.pixels() + each * style + ofThreads + ofRegions;
    return new MemoryNeed(bytes, bytes);
  }

  @Override
  public long stateBytes(ImageSize result) {
    return 3 * result.pixels() * RgbImage.CHANNELS * Float.BYTES;
  }

  @Override
  public TransferResult run(
      TransferImages images,
      Optional<RunState> from,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException {
    LossHistory history = new LossHistory(from.map(RunState::losses).orElse(List.of()));
    List<TransferListener> all = new ArrayList<>(List.of(history));
    all.addAll(listeners);
    RgbImage content = images.content();
    PatchPlan plan = PatchPlan.of(settings, content.size());
    int iteration = from.map(RunState::iteration).orElse(0);
    if (iteration >= plan.total()) {
      return finished(from.orElseThrow(), plan, content.size());
    }
    try (Bands bands = new Bands(threads)) {
      Studio studio =
          new Studio(
              settings, bands, FloatImage.of(content), paintings(images.paintings()), regions);
      return new Run(studio, plan, content.size(), new CompositeListener(all), history, stop)
          .from(iteration, from);
    }
  }

  private static Paintings paintings(List<Painting> given) {
    return new Paintings(
        given.stream().map(painting -> FloatImage.of(painting.image())).toList(),
        Painting.shares(given));
  }

  private static TransferResult finished(RunState state, PatchPlan plan, ImageSize size) {
    if (state.iteration() > plan.total()) {
      throw new IllegalArgumentException("the state is of a longer run");
    }
    FloatImage image = SavedArrays.image(state.image(), size.width(), size.height());
    return new TransferResult.Finished(image.toRgb(), state);
  }

  @Override
  public DeepImage deepImage(RunState end, ImageSize result) {
    return SavedArrays.image(end.image(), result.width(), result.height()).toDeep();
  }

  /** One run. */
  private final class Run {
    private final Studio studio;
    private final PatchPlan plan;
    private final ImageSize size;
    private final TransferListener watch;
    private final LossHistory history;
    private final StopRequest stop;

    Run(
        Studio studio,
        PatchPlan plan,
        ImageSize size,
        TransferListener watch,
        LossHistory history,
        StopRequest stop) {
      this.studio = studio;
      this.plan = plan;
      this.size = size;
      this.watch = watch;
      this.history = history;
      this.stop = stop;
    }

    TransferResult from(int first, Optional<RunState> state) throws IOException {
      @Nullable PaintingStep step = null;
      int iteration = first;
      for (Part part : plan.parts()) {
        PlannedStage stage = part.stage();
        if (stage.end() <= iteration) {
          continue;
        }
        Optional<Progress> before = Optional.ofNullable(step).map(PaintingStep::progress);
        step = null;
        giveBack();
        step =
            before.isEmpty() && state.isPresent() ? resumed(part, state.get()) : next(part, before);
        watch.stageStarted(iteration, stage.end(), stage.width(), stage.height());
        while (iteration < stage.end()) {
          if (stop.isRequested()) {
            boolean begun = iteration > stage.first() || before.isEmpty();
            FloatImage shown = begun ? step.image() : before.orElseThrow().image();
            return new TransferResult.Interrupted(shown(iteration, shown), state(iteration, step));
          }
          watch.evaluated(iteration, step.advance(iteration - stage.first()));
          report(iteration, step);
          iteration++;
          if (iteration < stage.end()) {
            int done = iteration;
            PaintingStep now = step;
            watch.resumable(() -> state(done, now));
          }
        }
      }
      FloatImage image = Objects.requireNonNull(step).image();
      return new TransferResult.Finished(
          image.toRgb(),
          new RunState(iteration, 0, SavedArrays.of(image), Map.of(), Map.of(), history.entries()));
    }

    /** Java's collector would rather let the heap grow to many times what is in use. */
    private static void giveBack() {
      Runtime java = Runtime.getRuntime();
      if (java.totalMemory() - java.freeMemory() > LARGE_HEAP) {
        System.gc();
      }
    }

    private void report(int iteration, PaintingStep step) throws IOException {
      watch.updated(iteration, () -> sized(step.image()));
      if (checkpoints.isDueAfter(iteration, length(size))) {
        watch.checkpoint(iteration, sized(step.image()));
      }
    }

    /** The image after the last iteration that was done. */
    private Optional<IterationImage> shown(int iteration, FloatImage image) {
      return iteration == 0
          ? Optional.empty()
          : Optional.of(new IterationImage(iteration - 1, sized(image)));
    }

    private RunState state(int iteration, PaintingStep step) {
      List<LossEntry> losses = history.entries();
      return new RunState(
          iteration, 0, SavedArrays.of(step.image()), step.arrays(), Map.of(), losses);
    }

    private RgbImage sized(FloatImage image) {
      return Resizer.resize(image.toRgb(), size.width(), size.height());
    }

    private PaintingStep next(Part part, Optional<Progress> before) {
      return switch (part.kind()) {
        case GUIDE ->
            DistributionStep.from(
                studio, part, Strength.GUIDE, guide(before.map(Progress::image), part.size()));
        case ROUNDS -> rounds(part, before.orElseThrow());
        case FINISH ->
            DistributionStep.from(studio, part, Strength.FINISH, before.orElseThrow().image());
      };
    }

    private PaintingStep rounds(Part part, Progress before) {
      return before
          .painted()
          .map(painted -> RoundsStep.after(studio, part, before.image(), painted))
          .orElseGet(() -> RoundsStep.first(studio, part, before.image()));
    }

    /** The photo in the painting's colours, with what the guide has at the size before. */
    private FloatImage guide(Optional<FloatImage> before, ImageSize size) {
      int width = size.width();
      int height = size.height();
      FloatImage photo = studio.tinted(width, height);
      if (before.isEmpty()) {
        return photo;
      }
      FloatImage coarse = before.get();
      FloatImage guide = studio.resized(coarse, width, height);
      FloatImage without =
          studio.resized(studio.resized(photo, coarse.width(), coarse.height()), width, height);
      for (int i = 0; i < guide.values().length; i++) {
        guide.values()[i] += photo.values()[i] - without.values()[i];
      }
      guide.clip();
      return guide;
    }

    private PaintingStep resumed(Part part, RunState state) {
      return switch (part.kind()) {
        case GUIDE -> DistributionStep.resumed(studio, part, Strength.GUIDE, state);
        case FINISH -> DistributionStep.resumed(studio, part, Strength.FINISH, state);
        case ROUNDS ->
            RoundsStep.resumed(
                studio, part, plan.last(Kind.GUIDE), part.equals(plan.first(Kind.ROUNDS)), state);
      };
    }
  }

  /** For the log. */
  @Override
  public String toString() {
    return "Content strength %s, patches down to %d x %d pixels, seed %d, %d threads"
        .formatted(
            settings.options().get("content-strength"),
            settings.finestPatch(),
            settings.finestPatch(),
            settings.seed(),
            threads);
  }
}
