package io.github.styletransfer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.Masks;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.OneDnnEngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.TargetModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.wavelet.Wavelets;
import io.github.styletransfer.optimize.AdamSettings;
import io.github.styletransfer.region.RegionMap;
import io.github.styletransfer.region.Regions;
import io.github.styletransfer.transfer.Painting;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferImages;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Several photos in one session, on two sizes each. */
class SessionTest {
  private static final RgbImage OTHER = Runs.image(3, 70, 66);
  private static final RgbImage LARGER = Runs.image(4, 90, 66);

  private final Counting engines =
      new Counting(
          new OneDnnEngineFactory(Precision.FLOAT32, Long.MAX_VALUE, new SameDiffEngineFactory()));

  @Test
  void givesTheBytesOfSessionsOfTheirOwn() throws IOException {
    byte[] first = alone(Runs.CONTENT);
    byte[] second = alone(OTHER);
    byte[] third = alone(LARGER);
    try (Session session = session(2)) {
      TransferMethod method = method(session);
      assertThat(result(method, Runs.CONTENT)).isEqualTo(first);
      assertThat(result(method, OTHER)).isEqualTo(second);
      assertThat(result(method, LARGER)).isEqualTo(third);
      assertThat(result(method, Runs.CONTENT)).isEqualTo(first);
    }
  }

  @Test
  void compilesOnceForEachSizeAndLooksAtThePaintingOnce() throws IOException {
    try (Session session = session(2)) {
      TransferMethod method = method(session);
      result(method, Runs.CONTENT);
      assertThat(engines.created).isEqualTo(2);
      assertThat(engines.targets).isEqualTo(4);
      result(method, OTHER);
      assertThat(engines.created).isEqualTo(2);
      assertThat(engines.targets).as("the photo's alone").isEqualTo(6);
      assertThat(engines.closed).isZero();
      result(method, LARGER);
      assertThat(engines.created).isEqualTo(4);
      assertThat(engines.closed).as("the oldest make room").isEqualTo(2);
    }
    assertThat(engines.closed).isEqualTo(4);
  }

  /** Masks that are read again are the same. */
  @Test
  void compilesOnceForEachSizeWithMasksToo() throws IOException {
    try (Session session = session(2)) {
      result(masked(session, 24), Runs.CONTENT);
      assertThat(engines.created).isEqualTo(2);
      assertThat(engines.targets).isEqualTo(4);
      result(masked(session, 24), OTHER);
      assertThat(engines.created).isEqualTo(2);
      assertThat(engines.targets).as("the photo's alone").isEqualTo(6);
      result(masked(session, 20), OTHER);
      assertThat(engines.created).as("with other regions").isEqualTo(4);
      assertThat(engines.targets).as("the photo's alone").isEqualTo(8);
    }
  }

  /** The photo's regions lie side by side, the painting's one above the other. */
  private static TransferMethod masked(Session session, int edge) {
    RegionMap photo = Masks.map(Masks.image(48, 48, (x, y) -> x < edge ? Masks.RED : Masks.BLUE));
    RegionMap painting = Masks.map(Masks.image(48, 48, (x, y) -> y < 24 ? Masks.RED : Masks.BLUE));
    return session.transfer(
        settings(), Optional.of(Regions.matched(photo, List.of(Optional.of(painting)))));
  }

  /** Half of a number and half of it again are the number, so that not a bit differs. */
  @Test
  void twoEqualPaintingsAreAsOne() throws IOException {
    byte[] one = alone(Runs.CONTENT);
    engines.targets = 0;
    try (Session session = session(0)) {
      assertThat(mixed(method(session), new Painting(Runs.STYLE, 2), new Painting(Runs.STYLE, 2)))
          .isEqualTo(one);
      assertThat(engines.targets).as("the painting is looked at once for each size").isEqualTo(4);
      assertThat(mixed(method(session), new Painting(Runs.STYLE, 1), new Painting(OTHER, 1)))
          .isNotEqualTo(one);
      assertThat(engines.targets).as("the photo and the other painting").isEqualTo(8);
    }
  }

  private static byte[] mixed(TransferMethod method, Painting... paintings) throws IOException {
    TransferResult result =
        method.run(
            new TransferImages(Runs.CONTENT, List.of(paintings)),
            Optional.empty(),
            List.of(),
            new StopRequest());
    return ((TransferResult.Finished) result).image().samples();
  }

  @Test
  void leavesNoEngineBehindForASingleRun() throws IOException {
    try (Session session = session(0)) {
      result(method(session), Runs.CONTENT);
      assertThat(engines.closed).isEqualTo(2);
    }
  }

  private Session session(int mostIdle) {
    return new Session(engines, Wavelets.forSide(64), mostIdle);
  }

  private static TransferMethod method(Session session) {
    return session.transfer(settings());
  }

  private static TransferSettings settings() {
    return Runs.settings(new AdamSettings(6, 0.9, 0.99, 1e-8), 6, 2, Optional.empty());
  }

  private byte[] alone(RgbImage content) throws IOException {
    try (Session session = session(0)) {
      return result(method(session), content);
    }
  }

  private static byte[] result(TransferMethod method, RgbImage content) throws IOException {
    TransferResult result =
        method.run(
            TransferImages.of(content, Runs.STYLE), Optional.empty(), List.of(), new StopRequest());
    return ((TransferResult.Finished) result).image().samples();
  }

  /** Counts what an engine factory is asked for. */
  private static final class Counting extends ForwardingEngines {
    private int created;
    private int closed;
    private int targets;

    Counting(EngineFactory real) {
      super(real);
    }

    @Override
    public Engine create(LossModel model, long beside) {
      created++;
      return super.create(model, beside);
    }

    @Override
    void closed() {
      closed++;
    }

    @Override
    public Targets targets(TargetModel model, INDArray image, long beside) {
      targets++;
      return super.targets(model, image, beside);
    }
  }
}
