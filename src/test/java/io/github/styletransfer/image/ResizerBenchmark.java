package io.github.styletransfer.image;

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
import org.openjdk.jmh.annotations.Warmup;

/** Times the resizing of a photo of 1024 x 768 pixels: {@code benchmarks/jmh Resizer}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResizerBenchmark {
  /** New width in pixels. */
  @Param({"512", "2048"})
  private int width;

  private RgbImage photo = TestImages.scrambled(1, 1);

  /** Makes the photo. */
  @Setup
  public void makePhoto() {
    photo = TestImages.scrambled(1024, 768);
  }

  /** Returned, so that the virtual machine can't leave it out. */
  @Benchmark
  public RgbImage fitWidth() {
    return Resizer.fitWidth(photo, width);
  }
}
