package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.styletransfer.RandomNetworks;
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.EngineFactory;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.reader.ProgramReader;
import io.github.styletransfer.engine.reader.UnsupportedGraphException;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;
import io.github.styletransfer.model.LossModel;
import io.github.styletransfer.model.Targets;
import io.github.styletransfer.network.FeatureScale;
import io.github.styletransfer.network.vgg.Pooling;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.LoggerFactory;

class UnknownOperationTest {
  private final EngineFactory engines =
      new OneDnnEngineFactory(Precision.FLOAT32, Long.MAX_VALUE, new SameDiffEngineFactory());

  @Test
  void isNamed() {
    LossModel model = sumOfSigmoids();
    assertThatThrownBy(
            () -> ProgramReader.read(model.graph(), model.image(), List.of(model.totalLoss())))
        .isInstanceOf(UnsupportedGraphException.class)
        .hasMessage("operation sigmoid (curve): isn't known");
  }

  @Test
  void isRunBySameDiffWithOneWarning() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(OneDnnEngineFactory.class);
    log.start();
    logger.addAppender(log);
    INDArray image = RandomNetworks.normal(new Random(1), 1, 1, 2, 3, 3);
    INDArray gradient = Nd4j.create(DataType.FLOAT, image.shape());
    try (Engine engine = engines.create(sumOfSigmoids())) {
      engine.bind(new Targets(Map.of()));
      double loss = engine.evaluate(image, gradient).total();
      double expected = 0;
      for (long i = 0; i < image.length(); i++) {
        expected += 1 / (1 + Math.exp(-image.getDouble(i)));
      }
      assertThat(Math.abs(loss / expected - 1)).isLessThan(1e-5);
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "oneDNN can't run this model, so SameDiff does, more slowly: operation sigmoid (curve):"
                + " isn't known");
  }

  @Test
  void isInNoNetworkOfOurs() {
    for (LossCase known :
        List.of(
            LossCase.vgg19(Pooling.AVG, 40, 33, 1, "4-5-6-7-5"), LossCase.wavelets(40, 33, 1, 3))) {
      LossModel model = known.models().losses(known.height(), known.width());
      assertThat(engines.executor(model, 0).name()).isEqualTo("onednn");
    }
  }

  @Test
  void isSaidToRunOnSameDiff() {
    assertThat(engines.executor(sumOfSigmoids(), 0).name()).isEqualTo("samediff");
  }

  /** The reader reads a batch, but nothing computes it yet. */
  @Test
  void severalImagesAreSaidToRunOnSameDiff() throws UnsupportedGraphException {
    LossModel model = differencesOfTwoImages();
    assertThat(ProgramReader.read(model.graph(), model.image(), model.outputs()).image().size())
        .isEqualTo(new TensorSize(2, 2, 3, 3));
    assertThat(engines.executor(model, 0).name()).isEqualTo("samediff");
  }

  private static LossModel differencesOfTwoImages() {
    SameDiff graph = SameDiff.create();
    SDVariable image = graph.placeHolder("image", DataType.FLOAT, 2, 2, 3, 3);
    SDVariable target = graph.placeHolder("target", DataType.FLOAT, 2, 2, 3, 3);
    SDVariable loss = graph.squaredNorm(image.sub(target), 3).sum("loss");
    loss.markAsLoss();
    return new LossModel(
        graph, "image", "loss", Map.of("content", "loss"), List.of(), FeatureScale.MEAN, 36);
  }

  private static LossModel sumOfSigmoids() {
    SameDiff graph = SameDiff.create();
    SDVariable image = graph.placeHolder("image", DataType.FLOAT, 1, 2, 3, 3);
    SDVariable loss = graph.nn().sigmoid("curve", image).sum("loss");
    loss.markAsLoss();
    return new LossModel(
        graph, "image", "loss", Map.of("sigmoid", "loss"), List.of(), FeatureScale.MEAN, 18);
  }
}
