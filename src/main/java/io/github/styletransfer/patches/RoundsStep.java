package io.github.styletransfer.patches;

import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.patches.PatchPlan.Part;
import io.github.styletransfer.patches.Progress.Painted;
import io.github.styletransfer.patches.match.PatchAreas;
import io.github.styletransfer.patches.match.PatchField;
import io.github.styletransfer.patches.match.PatchLayout;
import io.github.styletransfer.patches.match.PatchMatcher;
import io.github.styletransfer.patches.match.PatchVote;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.Paintings;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StateArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paints with the painting's patches at one size: matches them, and lets them vote. */
final class RoundsStep implements PaintingStep {
  private static final String FIELD_X = "field-x";
  private static final String FIELD_Y = "field-y";
  private static final String GUIDE = "guide";
  private static final float USE_PENALTY = 0.005f;
  private static final double CONFIDENT_COST = 0.005;
  private static final float[] SOFT = {0.5f};
  private static final float[] SHARP = {0.5f, 0.25f, 0.12f, 0.04f};

  /** The longest side up to which all of the photo's edges count in full, in pixels. */
  private static final double FULL_DETAIL = 512;

  private static final int SWEEPS = 3;
  private static final int FIRST_SWEEPS = 6;

  private final Studio studio;
  private final Part part;
  private final FloatImage guide;
  private final ContentTarget target;
  private final PatchLayout layout;
  private final PatchAreas areas;
  private final PatchMatcher matcher;
  private final PatchVote vote;
  private final PatchField field;
  private final boolean fresh;
  private final FloatImage pulled;
  private final float[] costs;
  private final float[] confidences;
  private FloatImage image;
  private @Nullable FloatImage spare;

  private RoundsStep(Studio studio, Part part, FloatImage guide, Begin begin) {
    int width = part.stage().width();
    int height = part.stage().height();
    Paintings paintings = studio.paintings(width, height);
    FloatImage photo = studio.content(width, height);
    int side = side(part, paintings);
    FloatImage painting = paintings.stacked();
    this.studio = studio;
    this.part = part;
    this.guide = guide;
    this.target =
        ContentTarget.of(
            photo,
            studio.recolored(photo),
            studio.resizedCopy(guide, width, height),
            studio.settings().contentStrength()
                * Math.min(1, FULL_DETAIL / Math.max(width, height)),
            studio.bands());
    this.layout = PatchLayout.of(paintings.images(), side, paintings.shares());
    this.areas = PatchAreas.of(layout, studio.areas(width, height));
    this.matcher =
        new PatchMatcher(studio.bands(), studio.randomness(), painting, layout, areas, USE_PENALTY);
    this.vote = new PatchVote(studio.bands(), painting, side);
    this.field = begin.field(this, width - side + 1, height - side + 1);
    this.fresh = begin.fresh();
    this.costs = new float[field.x().length];
    this.confidences = new float[costs.length];
    this.pulled = new FloatImage(width, height);
    this.image = begin.image(this);
  }

  /** Odd, and not larger than any of the images. */
  private static int side(Part part, Paintings paintings) {
    int most =
        Math.min(paintings.shortestSide(), Math.min(part.stage().width(), part.stage().height()));
    return Math.min(part.side(), most % 2 == 0 ? most - 1 : most);
  }

  /** Where a part begins. */
  private interface Begin {
    PatchField field(RoundsStep step, int width, int height);

    FloatImage image(RoundsStep step);

    boolean fresh();
  }

  /** Begins with random patches, at the first size. */
  static RoundsStep first(Studio studio, Part part, FloatImage guide) {
    return new RoundsStep(
        studio,
        part,
        guide,
        new Begin() {
          @Override
          public PatchField field(RoundsStep step, int width, int height) {
            return step.matcher.random(
                part.stage().width(), part.stage().height(), part.stage().first());
          }

          @Override
          public FloatImage image(RoundsStep step) {
            return step.target.colors().copy();
          }

          @Override
          public boolean fresh() {
            return true;
          }
        });
  }

  /** Goes on with a smaller picture's patches. */
  static RoundsStep after(Studio studio, Part part, FloatImage smaller, Painted painted) {
    return new RoundsStep(
        studio,
        part,
        painted.guide(),
        new Begin() {
          @Override
          public PatchField field(RoundsStep step, int width, int height) {
            double factor =
                Math.max(
                    (double) part.stage().width() / smaller.width(),
                    (double) part.stage().height() / smaller.height());
            PatchField field =
                painted.field().scaled(width, height, factor, painted.layout(), step.layout);
            step.areas.mend(
                field, studio.randomness().of(part.stage().first(), part.stage().end()));
            return field;
          }

          @Override
          public FloatImage image(RoundsStep step) {
            Arrays.fill(step.confidences, 1);
            return step.vote.of(step.field, step.confidences, SHARP);
          }

          @Override
          public boolean fresh() {
            return false;
          }
        });
  }

  /** Goes on from a state. */
  static RoundsStep resumed(
      Studio studio, Part part, Part guidePart, boolean first, RunState state) {
    FloatImage guide =
        SavedArrays.image(
            state.array(GUIDE), guidePart.stage().width(), guidePart.stage().height());
    return new RoundsStep(
        studio,
        part,
        guide,
        new Begin() {
          @Override
          public PatchField field(RoundsStep step, int width, int height) {
            PatchField field = PatchField.forSize(width, height);
            PatchField saved =
                new PatchField(
                    width,
                    height,
                    SavedArrays.ints(state, FIELD_X, field),
                    SavedArrays.ints(state, FIELD_Y, field));
            step.matcher.require(saved);
            return saved;
          }

          @Override
          public FloatImage image(RoundsStep step) {
            return SavedArrays.image(state.image(), part.stage().width(), part.stage().height());
          }

          @Override
          public boolean fresh() {
            return first;
          }
        });
  }

  @Override
  public Losses advance(int iteration) {
    target.pull(image, pulled, studio.bands());
    matcher.improve(
        pulled,
        field,
        costs,
        fresh && iteration == 0 ? FIRST_SWEEPS : SWEEPS,
        part.stage().first(),
        iteration);
    studio
        .bands()
        .rows(
            field.height(),
            (first, end) -> {
              for (int i = first * field.width(); i < end * field.width(); i++) {
                confidences[i] = (float) StrictMath.exp(-costs[i] / CONFIDENT_COST);
              }
            });
    double sum = 0;
    for (float cost : costs) {
      sum += cost;
    }
    float[] scales = iteration < part.stage().iterations() / 2 ? SOFT : SHARP;
    FloatImage next = spare == null ? new FloatImage(image.width(), image.height()) : spare;
    vote.into(next, field, confidences, scales);
    spare = image;
    image = next;
    return LossTerms.ofPatches(sum / costs.length);
  }

  @Override
  public FloatImage image() {
    return image;
  }

  @Override
  public Progress progress() {
    return new Progress(image, Optional.of(new Painted(guide, field, layout)));
  }

  @Override
  public Map<String, StateArray> arrays() {
    Map<String, StateArray> arrays = new LinkedHashMap<>();
    arrays.put(FIELD_X, HeapArray.of(field.x(), field.height(), field.width()));
    arrays.put(FIELD_Y, HeapArray.of(field.y(), field.height(), field.width()));
    arrays.put(GUIDE, SavedArrays.of(guide));
    return arrays;
  }
}
