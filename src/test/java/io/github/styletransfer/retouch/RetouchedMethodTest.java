package io.github.styletransfer.retouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.color.KeptColors;
import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetouchedMethodTest {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 5;
  private static final RgbImage PHOTO = random(1);
  private static final RgbImage PICTURE = random(2);
  private static final Mask MASK = Mask.of(random(3));
  private static final Retouch RETOUCH = new Retouch(PHOTO, true, Optional.of(MASK));
  private static final RunState STATE =
      new RunState(1, 0, FloatArray.zeros(1), Map.of(), Map.of(), List.of());

  @Test
  void keepsColorsAndThenLeavesThePhotoWhereTheMaskIsBlack() {
    RgbImage colored = KeptColors.of(PICTURE, PHOTO);

    assertThat(RETOUCH.of(PICTURE).samples()).isEqualTo(MASK.blended(colored, PHOTO).samples());
    assertThat(new Retouch(PHOTO, true, Optional.empty()).of(PICTURE).samples())
        .isEqualTo(colored.samples());
    assertThat(new Retouch(PHOTO, false, Optional.of(MASK)).of(PICTURE).samples())
        .isEqualTo(MASK.blended(PICTURE, PHOTO).samples());
  }

  @Test
  void isNeededForEither() {
    assertThat(RETOUCH.isNeeded()).isTrue();
    assertThat(new Retouch(PHOTO, true, Optional.empty()).isNeeded()).isTrue();
    assertThat(new Retouch(PHOTO, false, Optional.of(MASK)).isNeeded()).isTrue();
    assertThat(new Retouch(PHOTO, false, Optional.empty()).isNeeded()).isFalse();
  }

  @Test
  void retouchesTheResult() throws IOException {
    TransferResult.Finished result =
        (TransferResult.Finished) run(new TransferResult.Finished(PICTURE, STATE), listener());

    assertThat(result.image().samples()).isEqualTo(RETOUCH.of(PICTURE).samples());
    assertThat(result.state()).isSameAs(STATE);
  }

  @Test
  void retouchesTheLastImageOfARunThatStops() throws IOException {
    TransferResult.Interrupted result =
        (TransferResult.Interrupted) run(interrupted(Optional.of(PICTURE)), listener());

    assertThat(result.image().orElseThrow().iteration()).isEqualTo(7);
    assertThat(result.image().orElseThrow().image().samples())
        .isEqualTo(RETOUCH.of(PICTURE).samples());
    assertThat(result.state()).isSameAs(STATE);
    assertThat(run(interrupted(Optional.empty()), listener()))
        .isEqualTo(interrupted(Optional.empty()));
  }

  @Test
  void retouchesTheBestImageOfARunThatDiverges() throws IOException {
    TransferResult.Diverged result =
        (TransferResult.Diverged)
            run(
                new TransferResult.Diverged(
                    3, Double.NaN, Optional.of(new IterationImage(2, PICTURE))),
                listener());

    assertThat(result.iteration()).isEqualTo(3);
    assertThat(result.loss()).isNaN();
    assertThat(result.best().orElseThrow().image().samples())
        .isEqualTo(RETOUCH.of(PICTURE).samples());
  }

  /** Once for all who see it, and only if somebody looks. */
  @Test
  void retouchesWhatPeopleSeeOnTheWay() throws IOException {
    Seen one = listener();
    Seen other = listener();
    run(interrupted(Optional.empty()), one, other);

    assertThat(one.images).hasSize(2);
    for (RgbImage image : one.images) {
      assertThat(image.samples()).isEqualTo(RETOUCH.of(PICTURE).samples());
    }
    assertThat(other.images.get(1)).isSameAs(one.images.get(1));
    assertThat(one.states).containsExactly(STATE);
  }

  @Test
  void takesAFewBytesMoreForEachPixel() {
    MemoryNeed need =
        method(interrupted(Optional.empty()))
            .memory(new ImageSize(1000, 100), List.of(new ImageSize(1, 1)));

    assertThat(need).isEqualTo(new MemoryNeed(1000 + 700_000, 2000 + 700_000));
  }

  /** A default that isn't the method's own would make it another one. */
  @Test
  void leavesEverythingElseToTheMethod() {
    List<String> own =
        Arrays.stream(RetouchedMethod.class.getDeclaredMethods()).map(Method::getName).toList();

    assertThat(TransferMethod.class.getMethods())
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .extracting(Method::getName)
        .isNotEmpty()
        .isSubsetOf(own);
    assertThat(own).contains("toString");
  }

  private static TransferResult run(TransferResult result, TransferListener... listeners)
      throws IOException {
    return method(result)
        .run(
            TransferImages.of(PHOTO, PHOTO),
            Optional.empty(),
            List.of(listeners),
            new StopRequest());
  }

  private static RetouchedMethod method(TransferResult result) {
    return new RetouchedMethod(new FixedMethod(result), RETOUCH);
  }

  private static TransferResult.Interrupted interrupted(Optional<RgbImage> image) {
    return new TransferResult.Interrupted(image.map(some -> new IterationImage(7, some)), STATE);
  }

  private static Seen listener() {
    return new Seen();
  }

  private static RgbImage random(long seed) {
    byte[] samples = new byte[WIDTH * HEIGHT * RgbImage.CHANNELS];
    new SplittableRandom(seed).nextBytes(samples);
    return new RgbImage(WIDTH, HEIGHT, samples);
  }

  /** Keeps what it is shown. */
  private static final class Seen implements TransferListener {
    private final List<RgbImage> images = new ArrayList<>();
    private final List<RunState> states = new ArrayList<>();

    @Override
    public void updated(int iteration, Supplier<RgbImage> image) {
      images.add(image.get());
    }

    @Override
    public void checkpoint(int iteration, RgbImage image) {
      images.add(image);
    }

    @Override
    public void resumable(Supplier<RunState> state) {
      states.add(state.get());
    }
  }

  /**
   * Shows one picture on the way.
   *
   * @param result what comes of it
   */
  private record FixedMethod(TransferResult result) implements TransferMethod {
    @Override
    public List<String> lossNames() {
      return List.of();
    }

    @Override
    public List<PlannedStage> stages(ImageSize size) {
      return List.of(new PlannedStage(0, 1, size.width(), size.height(), 1));
    }

    @Override
    public MemoryNeed memory(ImageSize size, List<ImageSize> paintings) {
      return new MemoryNeed(1000, 2000);
    }

    @Override
    public long stateBytes(ImageSize size) {
      return 0;
    }

    @Override
    public DeepImage deepImage(RunState end, ImageSize size) {
      return DeepImage.of(PICTURE);
    }

    @Override
    public TransferResult run(
        TransferImages images,
        Optional<RunState> from,
        List<TransferListener> listeners,
        StopRequest stop)
        throws IOException {
      for (TransferListener listener : listeners) {
        listener.updated(0, () -> PICTURE);
        listener.checkpoint(0, PICTURE);
        listener.resumable(() -> STATE);
      }
      return result;
    }
  }
}
