package io.github.styletransfer.patches;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.transfer.Checkpoints;
import io.github.styletransfer.transfer.CompositeListener;
import io.github.styletransfer.transfer.FloatArray;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.LossHistory;
import io.github.styletransfer.transfer.MemoryNeed;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.RunState;
import io.github.styletransfer.transfer.StopRequest;
import io.github.styletransfer.transfer.TransferListener;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import io.github.styletransfer.transfer.TransferResult.IterationImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stand-in for the painter: moves the photo towards the painting's mean colour, at half the size
 * and then at the result's own.
 */
public final class PatchTransfer implements TransferMethod {
  private static final String PATCH = "patch";
  private static final String DISTRIBUTION = "distribution";
  private static final int GUIDE = 12;
  private static final int ROUNDS = 8;
  private static final int FINISH = 4;
  private static final double STEP = 0.1;
  private static final long JAVA_BYTES = 90_000_000;

  private final PatchSettings settings;
  private final Checkpoints checkpoints;
  private final int threads;

  /**
   * Prepares nothing yet.
   *
   * @param checkpoints how many a run leaves
   * @param threads how many compute, 1 or more
   */
  public PatchTransfer(PatchSettings settings, Checkpoints checkpoints, int threads) {
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.threads = threads;
  }

  @Override
  public List<String> lossNames() {
    return List.of(PATCH, DISTRIBUTION);
  }

  @Override
  public List<PlannedStage> stages(ImageSize result) {
    int width = Math.max(1, result.width() / 2);
    int height = Math.max(1, result.height() / 2);
    int rounds = GUIDE + ROUNDS;
    List<PlannedStage> stages = new ArrayList<>();
    stages.add(new PlannedStage(0, GUIDE, width, height, result.pixels() / 4.0));
    stages.add(new PlannedStage(GUIDE, rounds, result.width(), result.height(), result.pixels()));
    if (settings.finish()) {
      stages.add(
          new PlannedStage(
              rounds, rounds + FINISH, result.width(), result.height(), 2.0 * result.pixels()));
    }
    return stages;
  }

  @Override
  public MemoryNeed memory(ImageSize result, ImageSize style) {
    long bytes = JAVA_BYTES + 40 * result.pixels() + 8 * style.pixels();
    return new MemoryNeed(bytes, bytes);
  }

  @Override
  public long stateBytes(ImageSize result) {
    return result.pixels() * RgbImage.CHANNELS * Float.BYTES;
  }

  @Override
  public TransferResult run(
      RgbImage content,
      RgbImage style,
      Optional<RunState> from,
      List<TransferListener> listeners,
      StopRequest stop)
      throws IOException {
    LossHistory history = new LossHistory(from.map(RunState::losses).orElse(List.of()));
    List<TransferListener> all = new ArrayList<>(List.of(history));
    all.addAll(listeners);
    TransferListener watch = new CompositeListener(all);
    float[] mean = mean(style);
    int iteration = from.map(RunState::iteration).orElse(0);
    float[] image = new float[0];
    PlannedStage last = stages(content.size()).get(0);
    for (PlannedStage stage : stages(content.size())) {
      last = stage;
      if (iteration > stage.end() || (iteration == stage.end() && !isLast(stage, content))) {
        continue;
      }
      int length = stage.width() * stage.height() * RgbImage.CHANNELS;
      if (from.isPresent() && image.length == 0) {
        image = restored(from.get(), stage);
      } else if (image.length != length) {
        image = floats(Resizer.resize(content, stage.width(), stage.height()));
      }
      if (iteration < stage.end()) {
        watch.stageStarted(iteration, stage.end(), stage.width(), stage.height());
      }
      while (iteration < stage.end()) {
        if (stop.isRequested()) {
          return interrupted(iteration, image, stage, content, history.entries());
        }
        watch.evaluated(iteration, move(image, mean, iteration < GUIDE));
        int done = iteration;
        float[] now = image;
        watch.updated(done, () -> sized(now, stage, content));
        if (checkpoints.isDueAfter(done, length(content.size()))) {
          watch.checkpoint(done, sized(now, stage, content));
        }
        iteration++;
        int next = iteration;
        if (next < stage.end()) {
          watch.resumable(() -> state(next, now, stage, history.entries()));
        }
      }
    }
    return new TransferResult.Finished(
        sized(image, last, content), state(iteration, image, last, history.entries()));
  }

  private boolean isLast(PlannedStage stage, RgbImage content) {
    return stage.end() == length(content.size()).total();
  }

  private Losses move(float[] image, float[] mean, boolean guide) {
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      float difference = mean[i % RgbImage.CHANNELS] - image[i];
      sum += difference * difference;
      image[i] += (float) (STEP / (1 + settings.contentStrength())) * difference;
    }
    double loss = sum / image.length;
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put(PATCH, guide ? 0 : loss);
    terms.put(DISTRIBUTION, guide ? loss : 0);
    return new Losses(loss, terms);
  }

  private static RunState state(
      int iteration, float[] image, PlannedStage stage, List<LossEntry> losses) {
    return new RunState(
        iteration,
        0,
        FloatArray.copyOf(image, stage.height(), stage.width(), RgbImage.CHANNELS),
        Map.of(),
        Map.of(),
        losses);
  }

  private static float[] restored(RunState state, PlannedStage stage) {
    long[] shape = {stage.height(), stage.width(), RgbImage.CHANNELS};
    if (!Arrays.equals(state.image().shape(), shape)) {
      throw new IllegalArgumentException("the state is of a run at other sizes");
    }
    float[] image = new float[stage.height() * stage.width() * RgbImage.CHANNELS];
    FloatArray.floats(state.image()).get(image);
    return image;
  }

  private static TransferResult interrupted(
      int iteration, float[] image, PlannedStage stage, RgbImage content, List<LossEntry> losses) {
    Optional<IterationImage> shown =
        iteration == 0
            ? Optional.empty()
            : Optional.of(new IterationImage(iteration - 1, sized(image, stage, content)));
    return new TransferResult.Interrupted(shown, state(iteration, image, stage, losses));
  }

  private static RgbImage sized(float[] image, PlannedStage stage, RgbImage content) {
    byte[] samples = new byte[image.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.round(Math.max(0, Math.min(255, image[i])));
    }
    return Resizer.resize(
        new RgbImage(stage.width(), stage.height(), samples), content.width(), content.height());
  }

  private static float[] floats(RgbImage image) {
    float[] values = new float[image.samples().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Byte.toUnsignedInt(image.samples()[i]);
    }
    return values;
  }

  private static float[] mean(RgbImage image) {
    double[] sums = new double[RgbImage.CHANNELS];
    byte[] samples = image.samples();
    for (int i = 0; i < samples.length; i++) {
      sums[i % RgbImage.CHANNELS] += Byte.toUnsignedInt(samples[i]);
    }
    float[] mean = new float[RgbImage.CHANNELS];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / image.size().pixels());
    }
    return mean;
  }

  /** For the log. */
  @Override
  public String toString() {
    return "stand-in on " + threads + " threads";
  }
}
