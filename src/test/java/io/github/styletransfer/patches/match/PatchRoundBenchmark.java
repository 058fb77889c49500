package io.github.styletransfer.patches.match;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.patches.raster.Randomness;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Times what a round is made of, on all processors: {@code benchmarks/jmh PatchRound}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PatchRoundBenchmark {
  private static final int SWEEPS = 3;
  private static final float USE_PENALTY = 0.005f;
  private static final float[] SCALES = {0.5f, 0.25f, 0.12f, 0.04f};

  /** Width of photo and painting, and the side of a patch. */
  public enum Size {
    /** The last round but one or two of a picture. */
    FINE(512, 384, 5),
    /** An early round. */
    COARSE(128, 96, 13);

    private final int width;
    private final int height;
    private final int side;

    Size(int width, int height, int side) {
      this.width = width;
      this.height = height;
      this.side = side;
    }
  }

  /** All that a round's work depends on. */
  @Param private Size size = Size.FINE;

  private Bands bands = new Bands(1);
  private FloatImage photo = new FloatImage(1, 1);
  private PatchField field = PatchField.forSize(1, 1);
  private float[] costs = {};
  private float[] confidences = {};
  private PatchMatcher matcher =
      new PatchMatcher(bands, new Randomness(1), photo, PatchLayout.of(photo, 1), 0);
  private PatchVote vote = new PatchVote(bands, photo, 1);

  /** Makes images, and a field that has been improved a little, as most are. */
  @Setup
  public void prepare() {
    bands = new Bands(Runtime.getRuntime().availableProcessors());
    photo = FloatImages.soft(1, size.width, size.height);
    FloatImage painting = FloatImages.soft(2, size.width, size.height);
    matcher =
        new PatchMatcher(
            bands, new Randomness(1), painting, PatchLayout.of(painting, size.side), USE_PENALTY);
    vote = new PatchVote(bands, painting, size.side);
    field = matcher.random(size.width, size.height, 0);
    costs = new float[field.x().length];
    confidences = new float[costs.length];
    Arrays.fill(confidences, 0.5f);
    matcher.improve(photo, field, costs, SWEEPS, 0);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    bands.close();
  }

  /** From the same field each time. */
  @Benchmark
  public PatchField improve() {
    PatchField improved =
        new PatchField(field.width(), field.height(), field.x().clone(), field.y().clone());
    matcher.improve(photo, improved, costs, SWEEPS, 1);
    return improved;
  }

  /** With as many scales as the last rounds have. */
  @Benchmark
  public FloatImage vote() {
    return vote.of(field, confidences, SCALES);
  }
}
