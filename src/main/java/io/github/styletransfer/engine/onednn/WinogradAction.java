package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.onednn.ConvolutionAction.Direction;
import io.github.styletransfer.engine.onednn.ConvolutionAction.PostOp;
import io.github.styletransfer.engine.program.Window;
import io.github.styletransfer.engine.winograd.FeatureMemory;
import io.github.styletransfer.engine.winograd.InputTransform;
import io.github.styletransfer.engine.winograd.OutputTransform;
import io.github.styletransfer.engine.winograd.OutputWriter;
import io.github.styletransfer.engine.winograd.Scratch;
import io.github.styletransfer.engine.winograd.Tiling;
import io.github.styletransfer.engine.winograd.Values;
import io.github.styletransfer.network.FeatureSize;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution by Winograd's F(4 x 4, 3 x 3): a quarter of the multiplications (Lavin and Gray,
 * "Fast Algorithms for Convolutional Neural Networks", CVPR 2016). Feature maps may be kept as
 * bfloat16; what is computed from them is float all the same, as transformed tiles and filters in
 * bfloat16 would err six times as much as the direct kernel in bfloat16 does.
 *
 * @param convolution what is computed
 * @param split into what parts
 * @param working memory for the transformed tiles, filters and products of the groups at hand
 * @param mask where it isn't positive, the result becomes 0; null for none
 */
record WinogradAction(
    ConvolutionAction convolution, WinogradSplit split, Buffer working, @Nullable Buffer mask)
    implements Action {
  private static final int TAPS = 3;

  /** Java sees 2 GiB of native memory at a time. */
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  static WinogradAction of(ConvolutionAction convolution) {
    WinogradSplit split =
        WinogradSplit.of(
            tiling(convolution.output()).count(),
            Math.toIntExact(convolution.input().channels()),
            Math.toIntExact(convolution.output().channels()),
            Workers.available());
    return new WinogradAction(
        convolution, split, new Buffer(ElementType.FLOAT32, split.working()), null);
  }

  /** The same with a mask on the result. */
  WinogradAction masked(Buffer by) {
    return new WinogradAction(convolution, split, working, by);
  }

  /** Whether a convolution can be computed so. */
  static boolean fits(ConvolutionAction convolution) {
    Window window = convolution.window();
    return window.height() == TAPS
        && window.width() == TAPS
        && window.isDense()
        && window.top() == 1
        && window.left() == 1
        && convolution.input().height() == convolution.output().height()
        && convolution.input().width() == convolution.output().width()
        && convolution.from().type() != ElementType.BYTE
        && convolution.to().type() != ElementType.BYTE;
  }

  private static Tiling tiling(FeatureSize size) {
    return new Tiling(Math.toIntExact(size.height()), Math.toIntExact(size.width()));
  }

  @Override
  public String name() {
    return convolution.name();
  }

  @Override
  public List<Buffer> buffers() {
    List<Buffer> buffers = new ArrayList<>(List.of(convolution.from(), convolution.to(), working));
    if (mask != null) {
      buffers.add(mask);
    }
    return buffers;
  }

  @Override
  public Step compile(Device device) {
    return new Step(
        name(),
        "winograd:4x4",
        Workers.onOneThread(
            () ->
                split.stored()
                    ? new WinogradByGroups(device, this)
                    : new WinogradBySlices(device, this)));
  }

  Tiling tiling() {
    return tiling(convolution.output());
  }

  int out() {
    return Math.toIntExact(convolution.output().channels());
  }

  /** The transform of the input, for a thread. */
  InputTransform inputTransform(Device device, int thread) {
    return new InputTransform(
        featureMap(device, convolution.from(), convolution.input()),
        tiling(),
        split.in(),
        device.scratch(thread));
  }

  /** The transform to the output, for a thread. */
  OutputTransform outputTransform(Device device, int thread) {
    INDArray bias = convolution.bias();
    OutputWriter.PostOp postOp =
        new OutputWriter.PostOp(
            bias == null ? null : floats(Device.floats(bias), out()),
            convolution.postOp() == PostOp.ADD,
            convolution.postOp() == PostOp.RECTIFY,
            mask == null ? null : featureMap(device, mask, convolution.output()));
    Scratch scratch = device.scratch(thread);
    FeatureMemory result = featureMap(device, convolution.to(), convolution.output());
    return new OutputTransform(
        new OutputWriter(result, postOp, scratch), tiling(), split.slice(), scratch);
  }

  private static FeatureMemory featureMap(Device device, Buffer buffer, FeatureSize size) {
    long row = size.width() * size.channels();
    long rowBytes = row * buffer.type().bytes();
    int rows = Math.toIntExact(Math.min(size.height(), MOST_BYTES / rowBytes));
    int channels = Math.toIntExact(size.channels());
    List<Values> parts = new ArrayList<>();
    for (long y = 0; y < size.height(); y += rows) {
      ByteBuffer part =
          device
              .bytes(buffer)
              .getPointer(y * rowBytes)
              .capacity(Math.min(rows, size.height() - y) * rowBytes)
              .asByteBuffer();
      parts.add(
          buffer.type() == ElementType.BFLOAT16
              ? Values.ofBfloat16(part.asShortBuffer())
              : Values.ofFloats(part.asFloatBuffer()));
    }
    return new FeatureMemory(parts, rows, Math.toIntExact(size.width()), channels);
  }

  /** The kernel, [3, 3, in, out] of the convolution that is computed; to be closed. */
  memory kernel(Device device) {
    memory.desc layout = Layouts.kernel(out(), split.in(), TAPS, TAPS);
    PackedKernels kernels = new PackedKernels(device);
    return convolution.direction() == Direction.BACKWARD
        ? kernels.rotated180(convolution.kernel(), layout)
        : kernels.packed(convolution.kernel(), layout);
  }

  /** Native memory for Java. */
  static FloatBuffer floats(FloatPointer memory, long count) {
    return new FloatPointer(memory).capacity(memory.position() + count).asBuffer();
  }
}
