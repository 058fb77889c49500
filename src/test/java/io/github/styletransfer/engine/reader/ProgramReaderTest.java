package io.github.styletransfer.engine.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.program.BorderKind;
import io.github.styletransfer.engine.program.Coefficient;
import io.github.styletransfer.engine.program.LossSum;
import io.github.styletransfer.engine.program.LossSum.Share;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import io.github.styletransfer.engine.program.TensorSize;
import io.github.styletransfer.engine.program.View;
import io.github.styletransfer.engine.program.Window;
import io.github.styletransfer.network.Border;
import io.github.styletransfer.network.FeatureMap;
import io.github.styletransfer.network.FeatureSize;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What becomes of a graph. What is refused is in {@link RefusedLayersTest} and {@link
 * RefusedLossesTest}.
 */
class ProgramReaderTest {
  private static final TensorSize IMAGE = TensorSize.of(SmallGraph.HEIGHT, SmallGraph.WIDTH, 3);

  private final SmallGraph graph = SmallGraph.create();

  @Test
  void aRectifierIsPartOfItsConvolution() throws UnsupportedGraphException {
    graph.graph().nn().relu("relu", graph.convolution("conv"), 0);
    Program program = graph.read("relu");
    Node.Convolution convolution = only(Node.Convolution.class, program);
    assertThat(program.nodes()).hasSize(1);
    assertThat(convolution.rectified()).isTrue();
    assertThat(convolution.input()).isEqualTo(program.image());
    assertThat(convolution.output().name()).isEqualTo("relu");
    assertThat(convolution.output().size()).isEqualTo(TensorSize.of(6, 8, 4));
    assertThat(program.outputs()).isEqualTo(Map.of("relu", convolution.output()));
  }

  @Test
  void aRectifierIsANodeIfTheConvolutionIsTakenByOthersToo() throws UnsupportedGraphException {
    SDVariable convolution = graph.convolution("conv");
    graph.graph().nn().relu("relu", convolution, 0);
    graph.loss("loss", convolution, graph.input("target", 1, 6, 8, 4));
    Program program = graph.read("relu", "loss");
    Node.Convolution unrectified = only(Node.Convolution.class, program);
    assertThat(unrectified.rectified()).isFalse();
    assertThat(only(Node.Rectifier.class, program).input()).isEqualTo(unrectified.output());
  }

  @Test
  void aRectifierIsANodeIfTheConvolutionIsAskedFor() throws UnsupportedGraphException {
    graph.graph().nn().relu("relu", graph.convolution("conv"), 0);
    Program program = graph.read("relu", "conv");
    assertThat(only(Node.Convolution.class, program).rectified()).isFalse();
    assertThat(only(Node.Rectifier.class, program).output().name()).isEqualTo("relu");
  }

  @Test
  void paddingAndStrideAreAWindow() throws UnsupportedGraphException {
    graph.convolution("same", SmallGraph.plainConvolution().sH(2).sW(2).build());
    Conv2DConfig.Conv2DConfigBuilder padded =
        SmallGraph.plainConvolution().paddingMode(PaddingMode.VALID).pH(1).pW(2);
    graph.convolution("padded", padded.build());
    assertThat(only(Node.Convolution.class, graph.read("same")).window())
        .isEqualTo(Window.same(IMAGE, 3, 3, 2, 2));
    Node.Convolution convolution = only(Node.Convolution.class, graph.read("padded"));
    assertThat(convolution.window()).isEqualTo(new Window(3, 3, 1, 1, 1, 2, 1, 2));
    assertThat(convolution.output().size()).isEqualTo(TensorSize.of(6, 10, 4));
  }

  @ParameterizedTest
  @EnumSource
  void aBorderOfCopiesIsTheWindows(Border.Kind kind) throws UnsupportedGraphException {
    FeatureMap image =
        new FeatureMap(graph.image(), new FeatureSize(SmallGraph.HEIGHT, SmallGraph.WIDTH, 3), 0);
    SDVariable bordered = new Border(graph.graph(), 1, kind).add(image).variable();
    Conv2DConfig valid = SmallGraph.plainConvolution().paddingMode(PaddingMode.VALID).build();
    graph.graph().cnn().conv2d("conv", bordered, graph.constant("kernel", 3, 3, 3, 4), valid);
    Program program = graph.read("conv");
    Node.Convolution convolution = only(Node.Convolution.class, program);
    BorderKind read = kind == Border.Kind.REPEAT ? BorderKind.REPEAT : BorderKind.REFLECT;
    assertThat(convolution.input()).isEqualTo(program.image());
    assertThat(convolution.window()).isEqualTo(new Window(3, 3, 1, 1, 1, 1, 1, 1, read));
    assertThat(convolution.output().size()).isEqualTo(TensorSize.of(6, 8, 4));
  }

  @Test
  void poolingIsByMaximumOrMean() throws UnsupportedGraphException {
    graph.graph().cnn().maxPooling2d("max", graph.image(), SmallGraph.plainPooling().build());
    graph.graph().cnn().avgPooling2d("mean", graph.image(), SmallGraph.plainPooling().build());
    Node.Pooling max = only(Node.Pooling.class, graph.read("max"));
    assertThat(max.max()).isTrue();
    assertThat(max.output().size()).isEqualTo(TensorSize.of(3, 4, 3));
    assertThat(only(Node.Pooling.class, graph.read("mean")).max()).isFalse();
  }

  @Test
  void kernelsAreContiguous() throws UnsupportedGraphException {
    INDArray transposed = SmallGraph.random(4, 3, 3, 3).permute(1, 2, 3, 0);
    SDVariable kernel = graph.graph().constant("kernel", transposed);
    graph
        .graph()
        .cnn()
        .conv2d("conv", graph.image(), kernel, SmallGraph.plainConvolution().build());
    INDArray read = only(Node.Convolution.class, graph.read("conv")).kernel();
    assertThat(read).isEqualTo(transposed);
    assertThat(read.stride()).isEqualTo(Nd4j.getStrides(new long[] {3, 3, 3, 4}, 'c'));
  }

  @Test
  void rectanglesLieSideBySide() throws UnsupportedGraphException {
    SDVariable lower = graph.lowerRows("lower");
    SDVariable upper = graph.upperRows("upper");
    graph.graph().concat("below", 1, lower, upper);
    graph.graph().concat("beside", 2, lower, upper);
    Program program = graph.read("below");
    Node.Concatenation below = only(Node.Concatenation.class, program);
    Tensor image = program.image();
    TensorSize size = TensorSize.of(5, 8, 3);
    assertThat(below.vertical()).isTrue();
    assertThat(below.parts())
        .containsExactly(new View(image, 1, 0, size), new View(image, 0, 0, size));
    assertThat(below.output().size()).isEqualTo(TensorSize.of(10, 8, 3));
    Node.Concatenation beside = only(Node.Concatenation.class, graph.read("beside"));
    assertThat(beside.vertical()).isFalse();
    assertThat(beside.output().size()).isEqualTo(TensorSize.of(5, 16, 3));
  }

  @Test
  void aGramMatrixHasItsFactor() throws UnsupportedGraphException {
    graph.gram("gram", graph.rows("rows")).mul("scaled", 0.25);
    Program program = graph.read("scaled");
    Node.Gram gram = only(Node.Gram.class, program);
    assertThat(program.nodes()).hasSize(1);
    assertThat(gram)
        .isEqualTo(new Node.Gram(program.image(), program.image(), 0.25, gram.output()));
    assertThat(gram.output().name()).isEqualTo("scaled");
    assertThat(gram.output().size()).isEqualTo(TensorSize.matrix(3, 3));
    assertThat(program.outputs()).isEqualTo(Map.of("scaled", gram.output()));
  }

  @Test
  void aGramMatrixMayBeOfTwoLayersAndOfAPart() throws UnsupportedGraphException {
    SDVariable a = graph.rows("a", graph.convolution("conv"), 4);
    graph.graph().mmul("pair", a, graph.rows("b"), true, false, false);
    SDVariable part = graph.graph().reshape("rows", graph.upperRows("upper"), 5 * 8, 3);
    graph.gram("share", part);
    Program program = graph.read("pair", "share");
    Node.Gram pair = program.gram(output(program, "pair")).orElseThrow();
    assertThat(pair.isSymmetric()).isFalse();
    assertThat(pair.factor()).isEqualTo(1);
    assertThat(pair.output().size()).isEqualTo(TensorSize.matrix(4, 3));
    Node.Gram share = program.gram(output(program, "share")).orElseThrow();
    assertThat(share.a()).isEqualTo(only(Node.Concatenation.class, program).output());
    assertThat(share.a().size()).isEqualTo(TensorSize.of(5, 8, 3));
  }

  @Test
  void aGramMatrixIsReadTwiceIfItIsTakenWithAndWithoutAFactor() throws UnsupportedGraphException {
    graph.gram("gram", graph.rows("rows")).mul("scaled", 0.25);
    Program program = graph.read("gram", "scaled");
    assertThat(program.nodes())
        .extracting(node -> ((Node.Gram) node).factor())
        .containsExactly(1.0, 0.25);
  }

  @Test
  void targetsAndTheirScalesAreInputs() throws UnsupportedGraphException {
    SDVariable gram = graph.gram("gram", graph.rows("rows"));
    SDVariable style =
        graph.loss("style", gram, graph.input("style_target", 3, 3)).mul(graph.input("scale"));
    SDVariable content = graph.imageLoss("content").mul(3);
    content.add(style).mul(0.5).add("total", graph.graph().constant(Nd4j.scalar(7f)));
    Program program = graph.read("total");
    Node.Gram matrix = only(Node.Gram.class, program);
    assertThat(program.terms())
        .containsExactly(
            new LossTerm.GramError(matrix, "style_target"),
            new LossTerm.FeatureError(program.image(), "content/target"));
    assertThat(program.sums())
        .isEqualTo(
            Map.of(
                "total",
                new LossSum(
                    7,
                    List.of(
                        new Share(1, new Coefficient(1.5, List.of())),
                        new Share(0, new Coefficient(0.5, List.of("scale")))))));
  }

  @Test
  void neighboursAreTwoViewsOfOneTensor() throws UnsupportedGraphException {
    graph.loss("loss", graph.lowerRows("lower"), graph.upperRows("upper"));
    Program program = graph.read("loss");
    TensorSize size = TensorSize.of(5, 8, 3);
    assertThat(program.nodes()).isEmpty();
    assertThat(program.terms())
        .containsExactly(
            new LossTerm.ShiftError(
                new View(program.image(), 1, 0, size), new View(program.image(), 0, 0, size)));
    assertThat(program.sums()).isEqualTo(Map.of("loss", LossSum.of(0)));
  }

  @Test
  void aLossWithoutTermsIsItsConstant() throws UnsupportedGraphException {
    graph.graph().constant("loss", Nd4j.scalar(0f));
    assertThat(graph.read("loss").sums()).isEqualTo(Map.of("loss", new LossSum(0, List.of())));
  }

  @Test
  void whatNobodyAsksForMayBeUnknown() throws UnsupportedGraphException {
    graph.graph().nn().sigmoid("curve", graph.image());
    assertThat(graph.read("image").nodes()).isEmpty();
  }

  @Test
  void severalImagesAreRead() throws UnsupportedGraphException {
    SmallGraph batch = SmallGraph.of(DataType.FLOAT, 2);
    SDVariable relu = batch.graph().nn().relu("relu", batch.convolution("conv"), 0);
    batch.graph().cnn().maxPooling2d("pool", relu, SmallGraph.plainPooling().build());
    Program program = batch.read("pool");
    assertThat(program.image().size()).isEqualTo(new TensorSize(2, 6, 8, 3));
    assertThat(output(program, "pool").size()).isEqualTo(new TensorSize(2, 3, 4, 4));
  }

  private static Tensor output(Program program, String name) {
    return Objects.requireNonNull(program.outputs().get(name), name);
  }

  private static <N extends Node> N only(Class<N> kind, Program program) {
    List<N> found = program.nodes().stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
