package io.github.styletransfer.engine.reader;

import static io.github.styletransfer.engine.reader.Refusal.OUT;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/** Layers, and parts of them, that the reader refuses. */
class RefusedLayersTest {
  @ParameterizedTest
  @MethodSource({"convolutions", "layers", "rectangles"})
  void sayWhatIsUnknown(Refusal refusal) {
    refusal.check();
  }

  static Stream<Refusal> convolutions() {
    String ofUnknownKind = "operation conv2d (out): of this kind isn't known";
    return Stream.of(
        new Refusal(
            "rows apart",
            ofUnknownKind,
            g -> g.convolution(OUT, SmallGraph.plainConvolution().dH(2).build())),
        new Refusal(
            "columns apart",
            ofUnknownKind,
            g -> g.convolution(OUT, SmallGraph.plainConvolution().dW(2).build())),
        new Refusal(
            "channels first",
            ofUnknownKind,
            g -> g.convolution(OUT, SmallGraph.plainConvolution().dataFormat("NCHW").build())),
        new Refusal(
            "kernels in another order",
            ofUnknownKind,
            g ->
                g.convolution(
                    OUT, SmallGraph.plainConvolution().weightsFormat(WeightsFormat.OIYX).build())),
        new Refusal(
            "padding on one side",
            ofUnknownKind,
            g ->
                g.convolution(
                    OUT, SmallGraph.plainConvolution().paddingMode(PaddingMode.CAUSAL).build())),
        new Refusal(
            "kernel for more channels",
            ofUnknownKind,
            g -> convolution(g, g.image(), g.constant("kernel", 3, 3, 4, 5))),
        new Refusal(
            "of a part of a layer",
            "operation conv2d (part): takes a part of a layer",
            g -> convolution(g, g.upperRows("part"), g.constant("kernel", 3, 3, 3, 4))),
        new Refusal(
            "of rows of pixels",
            "operation conv2d (rows): takes something else than a layer",
            g -> convolution(g, g.rows("rows"), g.constant("kernel", 3, 3, 3, 4))),
        new Refusal(
            "kernel that isn't known",
            "operation conv2d (kernel): isn't a constant",
            g -> convolution(g, g.image(), g.input("kernel", 3, 3, 3, 4))),
        new Refusal(
            "bias that isn't known",
            "operation conv2d (bias): isn't a constant",
            g ->
                g.graph()
                    .cnn()
                    .conv2d(
                        OUT,
                        g.image(),
                        g.constant("kernel", 3, 3, 3, 4),
                        g.input("bias", 4),
                        SmallGraph.plainConvolution().build())),
        new Refusal(
            "kernel to be trained",
            "operation variable (kernel): isn't known",
            g -> convolution(g, g.image(), g.graph().var("kernel", SmallGraph.random(3, 3, 3, 4)))),
        new Refusal(
            "kernel of another type",
            "operation constant (kernel): isn't FLOAT",
            g ->
                convolution(
                    g,
                    g.image(),
                    g.graph()
                        .constant(
                            "kernel", SmallGraph.random(3, 3, 3, 4).castTo(DataType.DOUBLE)))));
  }

  private static SDVariable convolution(SmallGraph graph, SDVariable of, SDVariable kernel) {
    return graph.graph().cnn().conv2d(OUT, of, kernel, SmallGraph.plainConvolution().build());
  }

  static Stream<Refusal> layers() {
    String poolingOfUnknownKind = "operation pooling (out): of this kind isn't known";
    return Stream.of(
        new Refusal(
            "rectifier with a cutoff",
            "operation relu (out): has a cutoff other than 0",
            g -> g.graph().nn().relu(OUT, g.image(), 0.5)),
        new Refusal(
            "rectifier of a part of a layer",
            "operation relu (part): takes a part of a layer",
            g -> g.graph().nn().relu(OUT, g.upperRows("part"), 0)),
        new Refusal(
            "pooling without padding",
            poolingOfUnknownKind,
            g ->
                g.graph()
                    .cnn()
                    .maxPooling2d(
                        OUT,
                        g.image(),
                        SmallGraph.plainPooling().paddingMode(PaddingMode.VALID).build())),
        new Refusal(
            "pooling, channels first",
            poolingOfUnknownKind,
            g ->
                g.graph()
                    .cnn()
                    .avgPooling2d(OUT, g.image(), SmallGraph.plainPooling().isNHWC(false).build())),
        new Refusal(
            "pooling of rows apart",
            poolingOfUnknownKind,
            g ->
                g.graph()
                    .cnn()
                    .maxPooling2d(OUT, g.image(), SmallGraph.plainPooling().dH(2).build())),
        new Refusal(
            "pooling of columns apart",
            poolingOfUnknownKind,
            g ->
                g.graph()
                    .cnn()
                    .avgPooling2d(OUT, g.image(), SmallGraph.plainPooling().dW(2).build())),
        new Refusal(
            "pooling of rows of pixels",
            "operation pooling (rows): takes something else than a layer",
            g ->
                g.graph()
                    .cnn()
                    .maxPooling2d(OUT, g.rows("rows"), SmallGraph.plainPooling().build())));
  }

  static Stream<Refusal> rectangles() {
    String sliceOfUnknownKind = "operation strided_slice (out): of this kind isn't known";
    String noRows = "operation reshape (out): to something else than rows of pixels";
    return Stream.of(
        new Refusal(
            "slice of some axes",
            sliceOfUnknownKind,
            g ->
                g.graph()
                    .stridedSlice(
                        OUT, g.image(), new long[] {0, 0, 0}, new long[] {1, 2, 2}, 1, 1, 1)),
        new Refusal(
            "slice of every second row",
            sliceOfUnknownKind,
            g -> slice(g, new long[] {0, 0, 0, 0}, new long[] {1, 6, 8, 3}, 1, 2, 1, 1)),
        new Refusal(
            "slice of some channels",
            sliceOfUnknownKind,
            g -> slice(g, new long[] {0, 0, 0, 1}, new long[] {1, 6, 8, 3}, 1, 1, 1, 1)),
        new Refusal(
            "slice without the last channel",
            sliceOfUnknownKind,
            g -> slice(g, new long[] {0, 0, 0, 0}, new long[] {1, 6, 8, 2}, 1, 1, 1, 1)),
        new Refusal(
            "slice up to the last row",
            sliceOfUnknownKind,
            g -> slice(g, new long[] {0, 0, 0, 0}, new long[] {1, -1, 8, 3}, 1, 1, 1, 1)),
        new Refusal(
            "slice beyond the last column",
            sliceOfUnknownKind,
            g -> slice(g, new long[] {0, 0, 0, 0}, new long[] {1, 6, 9, 3}, 1, 1, 1, 1)),
        new Refusal(
            "slice with a mask",
            sliceOfUnknownKind,
            g ->
                g.graph()
                    .stridedSlice(
                        OUT,
                        g.image(),
                        new long[] {0, 0, 0, 0},
                        new long[] {1, 6, 8, 3},
                        new long[] {1, 1, 1, 1},
                        0,
                        2,
                        0,
                        0,
                        0)),
        new Refusal(
            "slice of rows of pixels",
            "operation strided_slice (rows): takes something else than a layer",
            g ->
                g.graph()
                    .stridedSlice(OUT, g.rows("rows"), new long[] {0, 0}, new long[] {8, 3}, 1, 1)),
        new Refusal(
            "channels side by side",
            "operation concat (out): along axis 3",
            g -> g.graph().concat(OUT, 3, g.image(), g.convolution("conv"))),
        new Refusal(
            "images side by side",
            "operation concat (out): along axis 0",
            g -> g.graph().concat(OUT, 0, g.image(), g.image())),
        new Refusal(
            "rows of pixels side by side",
            "operation concat (rows): takes something else than a layer",
            g -> g.graph().concat(OUT, 1, g.rows("rows"), g.rows("more"))),
        new Refusal("one long row", noRows, g -> g.graph().reshape(OUT, g.image(), 1, 6 * 8 * 3)),
        new Refusal("channels as rows", noRows, g -> g.graph().reshape(OUT, g.image(), 3, 6 * 8)),
        new Refusal("four axes", noRows, g -> g.graph().reshape(OUT, g.image(), 1, 8, 6, 3)),
        new Refusal(
            "rows of rows",
            "operation reshape (rows): takes something else than a layer",
            g -> g.graph().reshape(OUT, g.rows("rows"), 6 * 8, 3)));
  }

  private static SDVariable slice(SmallGraph graph, long[] begin, long[] end, long... strides) {
    return graph.graph().stridedSlice(OUT, graph.image(), begin, end, strides);
  }

  @Test
  void oneOfSeveralImagesCantBeTaken() {
    SmallGraph graph = SmallGraph.of(DataType.FLOAT, 2);
    graph.upperRows(OUT);
    Refusal.check(graph, OUT, "operation strided_slice (out): of this kind isn't known");
  }
}
