package io.github.styletransfer.engine.onednn.tune;

import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ElementType;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses what is faster on this machine: each size and number of channels is timed once. Where the
 * times can't be kept, another run might choose otherwise and end with other bits; so the type
 * decides there. The number of channels decides where there are few of them.
 */
public final class TimedChoice implements MethodChoice {
  private static final Logger LOG = LoggerFactory.getLogger(TimedChoice.class);

  private final KnownTimes times;
  private final String machine;
  private final Map<String, ConvolutionMethod> chosen = new HashMap<>();

  /**
   * Times nothing yet.
   *
   * @param times measured before
   * @param machine the processor, and all else that the times depend on
   */
  public TimedChoice(KnownTimes times, String machine) {
    this.times = times;
    this.machine = machine;
  }

  @Override
  public ConvolutionMethod of(ConvolutionAction convolution) {
    if (BY_CHANNELS.of(convolution) == ConvolutionMethod.DIRECT) {
      return ConvolutionMethod.DIRECT;
    }
    String layer =
        "%d to %d channels at %d x %d%s"
            .formatted(
                convolution.input().channels(),
                convolution.output().channels(),
                convolution.output().width(),
                convolution.output().height(),
                convolution.to().type() == ElementType.BFLOAT16 ? ", bfloat16" : "");
    return chosen.computeIfAbsent(layer, name -> choose(name, convolution));
  }

  private ConvolutionMethod choose(String layer, ConvolutionAction convolution) {
    return times
        .get(machine + ": " + layer, () -> new MethodTimer(convolution).measure())
        .map(
            known -> {
              LOG.debug("Convolution of {}: {}", layer, known);
              return known.faster();
            })
        .orElseGet(() -> BY_TYPE.of(convolution));
  }
}
