package io.github.styletransfer.patches.sliced;

import io.github.styletransfer.patches.raster.Bands;
import io.github.styletransfer.patches.raster.FloatImage;
import io.github.styletransfer.patches.raster.FloatImages;
import io.github.styletransfer.patches.raster.Paintings;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Times a step of the guide, on all processors: {@code benchmarks/jmh SlicedWasserstein}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SlicedWassersteinBenchmark {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 192;
  private static final int FILTERS = 16;

  private final int[] filters = IntStream.range(0, FILTERS).toArray();
  private final FilterBank bank = FilterBank.random(FILTERS, new SplittableRandom(1));
  private final FloatImage photo = FloatImages.soft(1, WIDTH, HEIGHT);
  private final FloatImage painting = FloatImages.soft(2, WIDTH, HEIGHT);
  private Bands bands = new Bands(1);
  private SlicedWasserstein sliced =
      new SlicedWasserstein(bands, bank, Paintings.of(painting), WIDTH, HEIGHT);

  /** Looks at the painting, which a run does only once. */
  @Setup
  public void prepare() {
    bands = new Bands(Runtime.getRuntime().availableProcessors());
    sliced = new SlicedWasserstein(bands, bank, Paintings.of(painting), WIDTH, HEIGHT);
    sliced.gradient(photo, filters);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    bands.close();
  }

  /** With as many filters as a step of the guide. */
  @Benchmark
  public float[][][] gradient() {
    return sliced.gradient(photo, filters);
  }
}
