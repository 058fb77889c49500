package io.github.styletransfer.engine.reader;

import static io.github.styletransfer.engine.reader.Refusal.OUT;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Matrices, losses and outputs that the reader refuses. */
class RefusedLossesTest {
  @ParameterizedTest
  @MethodSource({"matrices", "errors", "sums", "others"})
  void sayWhatIsUnknown(Refusal refusal) {
    refusal.check();
  }

  static Stream<Refusal> matrices() {
    String noGram = "operation matmul (out): is no Gram matrix";
    return Stream.of(
        new Refusal(
            "product of layers",
            noGram,
            g -> g.graph().mmul(OUT, g.image(), g.image(), true, false, false)),
        new Refusal(
            "product with a layer",
            noGram,
            g -> g.graph().mmul(OUT, g.rows("rows"), g.image(), true, false, false)),
        new Refusal(
            "product with a constant",
            noGram,
            g ->
                g.graph()
                    .mmul(OUT, g.rows("rows"), g.constant("weights", 48, 5), true, false, false)),
        new Refusal(
            "weights of two sums over pixels",
            "operation matmul (out): is no sum over pixels",
            g ->
                g.graph()
                    .mmul(OUT, g.constant("weights", 48, 2), g.rows("rows"), true, false, false)),
        new Refusal(
            "sum over pixels that count alike",
            "operation matmul (out): is of features that have no Gram matrix",
            g ->
                g.graph()
                    .mmul(
                        OUT,
                        g.graph().constant("ones", Nd4j.ones(DataType.FLOAT, 48, 1)),
                        g.rows("rows"),
                        true,
                        false,
                        false)),
        new Refusal(
            "product of pixels", noGram, g -> product(g, g.rows("rows"), false, true, false)),
        new Refusal(
            "product, not transposed",
            noGram,
            g -> product(g, g.rows("rows"), false, false, false)),
        new Refusal("both transposed", noGram, g -> product(g, g.rows("rows"), true, true, false)),
        new Refusal(
            "result transposed", noGram, g -> product(g, g.rows("rows"), true, false, true)));
  }

  private static SDVariable product(
      SmallGraph graph, SDVariable rows, boolean a, boolean b, boolean result) {
    return graph.graph().mmul(OUT, rows, rows, a, b, result);
  }

  static Stream<Refusal> errors() {
    String differenceOfUnknownKind = "operation subtract (out): of this kind isn't known";
    return Stream.of(
        new Refusal(
            "a part from a target",
            differenceOfUnknownKind,
            g -> g.upperRows("part").sub(OUT, g.input("target", 1, 5, 8, 3))),
        new Refusal(
            "a target from a layer",
            differenceOfUnknownKind,
            g -> g.input("target", 1, 6, 8, 3).sub(OUT, g.image())),
        new Refusal(
            "a layer from a constant",
            differenceOfUnknownKind,
            g -> g.image().sub(OUT, g.constant("target", 1, 6, 8, 3))),
        new Refusal(
            "a target of one row",
            differenceOfUnknownKind,
            g -> g.image().sub(OUT, g.input("target", 1, 1, 8, 3))),
        new Refusal(
            "a target of one column",
            "operation add (out): is of matrices of two sizes",
            g -> g.gram("gram", g.rows("rows")).sub(OUT, g.input("target", 3, 1))),
        new Refusal(
            "a layer from another",
            differenceOfUnknownKind,
            g -> g.convolution("a").sub(OUT, g.convolution("b"))),
        new Refusal(
            "parts of two sizes",
            differenceOfUnknownKind,
            g -> g.upperRows("upper").sub(OUT, g.rectangle("one", 0, 0, 1, 8))),
        new Refusal(
            "rows from a target",
            differenceOfUnknownKind,
            g -> g.rows("rows").sub(OUT, g.input("target", 48, 3))),
        new Refusal(
            "squares of a layer",
            "operation reduce_sqnorm (out): of anything but a difference",
            g -> g.graph().squaredNorm(OUT, g.image(), 1)),
        new Refusal(
            "sum of a layer",
            "operation reduce_sum (out): of anything but all squares",
            g -> g.image().sum(OUT)),
        new Refusal(
            "sum of some squares",
            "operation reduce_sum (out): of anything but all squares",
            g ->
                g.graph()
                    .squaredNorm(g.upperRows("upper").sub(g.lowerRows("lower")), 3)
                    .sum(OUT, 1)));
  }

  static Stream<Refusal> sums() {
    String productOfUnknownKind = "operation multiply (out): of this kind isn't known";
    return Stream.of(
        new Refusal(
            "product of losses",
            "operation multiply (a): isn't a matrix",
            g -> g.imageLoss("a").mul(OUT, g.imageLoss("b"))),
        new Refusal(
            "product with a constant array",
            "operation multiply (a): isn't a matrix",
            g -> g.imageLoss("a").mul(OUT, g.constant("factor", 1))),
        new Refusal(
            "product with an array",
            "operation multiply (a): isn't a matrix",
            g -> g.imageLoss("a").mul(OUT, g.input("scales", 2))),
        new Refusal(
            "a constant times an input",
            productOfUnknownKind,
            g -> {
              SDVariable one = g.graph().constant("one", Nd4j.scalar(1f));
              return g.imageLoss("a").add(one).mul(OUT, g.input("scale"));
            }),
        new Refusal(
            "a layer times an input",
            "operation multiply (scale): isn't a constant",
            g -> g.image().mul(OUT, g.input("scale"))),
        new Refusal(
            "a layer times a number",
            "operation mul_scalar (image): isn't a matrix",
            g -> g.image().mul(OUT, 2)),
        new Refusal(
            "a loss plus a layer",
            "operation add (image): isn't a loss",
            g -> g.imageLoss("a").add(OUT, g.image())),
        new Refusal(
            "a layer plus a loss",
            "operation add (image): isn't a loss",
            g -> g.image().add(OUT, g.imageLoss("a"))),
        new Refusal(
            "a loss plus an array",
            "operation add (array): isn't a loss",
            g -> g.imageLoss("a").add(OUT, g.constant("array", 2))),
        new Refusal(
            "a loss plus an input",
            "operation add (scale): isn't a loss",
            g -> g.imageLoss("a").add(OUT, g.input("scale"))));
  }

  static Stream<Refusal> others() {
    String unknownOutput = "operation output (out): is no loss, layer or Gram matrix";
    return Stream.of(
        new Refusal(
            "another operation",
            "operation sigmoid (out): isn't known",
            g -> g.graph().nn().sigmoid(OUT, g.image())),
        new Refusal(
            "a target of another type",
            "operation placeholder (target): isn't FLOAT",
            g -> g.image().sub(OUT, g.graph().placeHolder("target", DataType.DOUBLE, 1, 6, 8, 3))),
        new Refusal(
            "an operation's second result",
            "operation variable (variance): isn't known",
            g ->
                g.graph()
                    .math()
                    .moments(new String[] {"mean", "variance"}, g.image(), new int[] {1}, false)[
                    1]),
        new Refusal("a part of a layer asked for", unknownOutput, g -> g.upperRows(OUT)),
        new Refusal("rows of pixels asked for", unknownOutput, g -> g.rows(OUT)),
        new Refusal("an input asked for", unknownOutput, g -> g.input(OUT, 1)),
        new Refusal(
            "a difference asked for",
            unknownOutput,
            g -> g.image().sub(OUT, g.input("target", 1, 6, 8, 3))),
        new Refusal(
            "an array asked for", "operation output (out): isn't a loss", g -> g.constant(OUT, 2)));
  }

  @Test
  void anImageOfAnotherTypeIsRefused() {
    SmallGraph graph = SmallGraph.of(DataType.DOUBLE, 1);
    Refusal.check(graph, "image", "operation placeholder (image): is DOUBLE, not FLOAT");
  }

  @Test
  void aVariableThatIsntThereIsNamed() {
    Refusal.check(SmallGraph.create(), "nothing", "operation variable (nothing): isn't known");
  }
}
