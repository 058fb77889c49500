package io.github.styletransfer.patches;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.transfer.PlannedStage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run goes through: the guide at some sizes, each twice the one before; rounds of matching
 * and voting at sizes of their own; the finish.
 *
 * @param parts in their order
 */
record PatchPlan(List<Part> parts) {
  /** Steps of the guide at each of its sizes. */
  private static final int GUIDE_STEPS = 30;

  /** Steps of the finish. */
  private static final int FINISH_STEPS = 8;

  /** The longest side that the rounds begin with, in pixels, so that large strokes are found. */
  private static final double FIRST_SIDE = 64;

  /** The shortest side that the rounds begin with. */
  private static final double FIRST_SHORT_SIDE = 24;

  /** The longest and shortest sides that the guide begins with at least. */
  private static final int GUIDE_SIDE = 40;

  private static final int GUIDE_SHORT_SIDE = 8;

  /** How much finer patches become from one size to one of twice its sides. */
  private static final int FINER = 4;

  /** For each size from the first on; the last for all others. */
  private static final int[] ROUNDS = {8, 6, 6, 4, 4, 3, 3, 3, 3, 2};

  /** What is done in a part of a run. */
  enum Kind {
    GUIDE,
    ROUNDS,
    FINISH
  }

  /**
   * A part of a run.
   *
   * @param stage its iterations and size
   * @param side of a patch, in pixels; those of the guide and the finish have sides of their own
   */
  record Part(Kind kind, PlannedStage stage, int side) {
    ImageSize size() {
      return new ImageSize(stage.width(), stage.height());
    }
  }

  /** The plan for a result of some size. */
  static PatchPlan of(PatchSettings settings, ImageSize result) {
    Builder builder = new Builder(result);
    for (int halvings : guideHalvings(result)) {
      double scale = Math.scalb(1.0, -halvings);
      builder.add(Kind.GUIDE, scale, 0, GUIDE_STEPS, Costs.GUIDE);
    }
    int longest = Math.max(result.width(), result.height());
    int shortest = Math.min(result.width(), result.height());
    double first = Math.min(longest, Math.max(FIRST_SIDE, FIRST_SHORT_SIDE * longest / shortest));
    int sizes = settings.sizes() > 0 ? settings.sizes() : sizes(longest / first);
    for (int i = 0; i < sizes; i++) {
      double factor = i == 0 ? 1 : StrictMath.pow(longest / first, (double) i / (sizes - 1));
      boolean last = i == sizes - 1;
      int step = (int) Math.round(2 * log2(factor));
      int side = Math.max(settings.finestPatch(), PatchSettings.LARGEST_PATCH - FINER / 2 * step);
      builder.add(
          Kind.ROUNDS,
          last ? 1 : first * factor / longest,
          side,
          ROUNDS[Math.min(step, ROUNDS.length - 1)],
          Costs.ofRound(side));
    }
    if (settings.finish()) {
      builder.add(Kind.FINISH, 1, 0, FINISH_STEPS, Costs.FINISH);
    }
    return new PatchPlan(List.copyOf(builder.parts));
  }

  /** From small to large. */
  private static List<Integer> guideHalvings(ImageSize result) {
    List<Integer> halvings = new ArrayList<>();
    int longest = Math.max(result.width(), result.height());
    int shortest = Math.min(result.width(), result.height());
    for (int i = 1; longest >> i >= GUIDE_SIDE && shortest >> i >= GUIDE_SHORT_SIDE; i++) {
      halvings.add(0, i);
    }
    return halvings.isEmpty() ? List.of(0) : halvings;
  }

  /** So many that each is about the square root of two times the one before. */
  private static int sizes(double range) {
    return 1 + (int) Math.ceil(2 * log2(range) - 0.25);
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }

  List<PlannedStage> stages() {
    return parts.stream().map(Part::stage).toList();
  }

  /** The first part of a kind. */
  Part first(Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).findFirst().orElseThrow();
  }

  /** The last part of a kind. */
  Part last(Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  /** All iterations. */
  int total() {
    return parts.get(parts.size() - 1).stage().end();
  }

  /** What an iteration costs for each pixel, in thousands of multiplications and additions. */
  private static final class Costs {
    static final double GUIDE = 5;
    static final double FINISH = 3;
    private static final double FIXED = 1;
    private static final double PER_PATCH_PIXEL = 0.15;

    private Costs() {}

    static double ofRound(int side) {
      return FIXED + PER_PATCH_PIXEL * side * side;
    }
  }

  private static final class Builder {
    private final ImageSize result;
    private final List<Part> parts = new ArrayList<>();
    private int next;

    Builder(ImageSize result) {
      this.result = result;
    }

    void add(Kind kind, double scale, int side, int iterations, double cost) {
      int width = scaled(result.width(), scale);
      int height = scaled(result.height(), scale);
      double work = cost * width * height;
      parts.add(
          new Part(kind, new PlannedStage(next, next + iterations, width, height, work), side));
      next += iterations;
    }
  }

  /** How long a side is at a scale. */
  static int scaled(int side, double scale) {
    return (int) Math.max(1, Math.round(side * scale));
  }
}
