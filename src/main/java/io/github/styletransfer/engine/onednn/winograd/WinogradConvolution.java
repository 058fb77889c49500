package io.github.styletransfer.engine.onednn.winograd;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.FeatureMaps;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.PackedKernels;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.device.Workers;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ConvolutionAction;
import io.github.styletransfer.engine.plan.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.WinogradAction;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.Window;
import io.github.styletransfer.engine.winograd.FeatureMemory;
import io.github.styletransfer.engine.winograd.InputTransform;
import io.github.styletransfer.engine.winograd.OutputTransform;
import io.github.styletransfer.engine.winograd.OutputWriter;
import io.github.styletransfer.engine.winograd.Scratch;
import io.github.styletransfer.engine.winograd.Tiling;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution by Winograd's transforms, for a number of threads.
 *
 * @param action what is computed
 * @param split into what parts
 */
public record WinogradConvolution(WinogradAction action, WinogradSplit split) {
  private static final int TAPS = 3;

  /** For as many threads as there are. */
  public WinogradConvolution(WinogradAction action) {
    this(action, split(action.convolution()));
  }

  private static WinogradSplit split(ConvolutionAction convolution) {
    return WinogradSplit.of(
        tiling(convolution.output()).count(),
        Math.toIntExact(convolution.input().channels()),
        Math.toIntExact(convolution.output().channels()),
        Workers.available());
  }

  /** The action for a convolution, with the working memory that it takes. */
  public static WinogradAction action(ConvolutionAction convolution) {
    long working = split(convolution).working();
    return new WinogradAction(convolution, new Buffer(ElementType.FLOAT32, working), null);
  }

  /** The step that computes it. */
  public Step step(Device device) {
    return new Step(
        action.name(),
        "winograd:4x4",
        Workers.onOneThread(
            () ->
                split.stored()
                    ? new WinogradByGroups(device, this)
                    : new WinogradBySlices(device, this)));
  }

  /** Whether a convolution can be computed so. */
  public static boolean fits(ConvolutionAction convolution) {
    Window window = convolution.window();
    return window.height() == TAPS
        && window.width() == TAPS
        && window.isDense()
        && (window.top() == 0 || window.top() == 1)
        && window.left() == 1
        && convolution.input().width() == convolution.output().width()
        && convolution.from().type() != ElementType.BYTE
        && convolution.to().type() != ElementType.BYTE;
  }

  private static Tiling tiling(TensorSize size) {
    return new Tiling(Math.toIntExact(size.height()), Math.toIntExact(size.width()));
  }

  private ConvolutionAction convolution() {
    return action.convolution();
  }

  Tiling tiling() {
    return tiling(convolution().output());
  }

  int out() {
    return Math.toIntExact(convolution().output().channels());
  }

  /** The transform of the input, for a thread. */
  InputTransform inputTransform(Device device, int thread) {
    return new InputTransform(
        FeatureMaps.of(device, convolution().from(), convolution().input()),
        Math.toIntExact(convolution().input().height()),
        Math.toIntExact(convolution().window().top()),
        tiling(),
        split.in(),
        convolution().window().border(),
        device.scratch(thread));
  }

  /** The transform to the output, for a thread. */
  OutputTransform outputTransform(Device device, int thread) {
    INDArray bias = convolution().bias();
    Buffer mask = action.mask();
    OutputWriter.PostOp postOp =
        new OutputWriter.PostOp(
            bias == null ? null : floats(Device.floats(bias), out()),
            convolution().postOp() == PostOp.ADD,
            convolution().postOp() == PostOp.RECTIFY,
            mask == null ? null : FeatureMaps.of(device, mask, convolution().output()));
    Scratch scratch = device.scratch(thread);
    FeatureMemory result = FeatureMaps.of(device, convolution().to(), convolution().output());
    return new OutputTransform(
        new OutputWriter(result, postOp, scratch), tiling(), split.slice(), scratch);
  }

  /** The kernel, [3, 3, in, out] of the convolution() that is computed; to be closed. */
  memory kernel(Device device) {
    memory.desc layout = Layouts.kernel(out(), split.in(), TAPS, TAPS);
    return new PackedKernels(device)
        .packed(convolution().kernel(), convolution().direction(), layout);
  }

  /** Native memory for Java. */
  static FloatBuffer floats(FloatPointer memory, long count) {
    return new FloatPointer(memory).capacity(memory.position() + count).asBuffer();
  }
}
