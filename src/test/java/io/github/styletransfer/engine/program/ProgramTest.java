package io.github.styletransfer.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** In which order nodes come, and which are left out. */
class ProgramTest {
  private static final TensorSize SIZE = TensorSize.of(4, 5, 2);
  private static final Window WINDOW = Window.same(SIZE, 1, 1, 1, 1);

  private final List<Node> nodes = new ArrayList<>();
  private int tensors;
  private final Tensor image = tensor("image");

  @Test
  void aGramMatrixComesRightBehindItsLayer() {
    Tensor first = convolution("first", image);
    Tensor second = convolution("second", first);
    Tensor third = convolution("third", second);
    Tensor ofThird = gram("gram 3", third, third);
    Tensor ofFirst = gram("gram 1", first, first);
    Tensor ofImage = gram("gram 0", image, image);
    assertThat(order(ofImage, ofFirst, ofThird))
        .containsExactly("gram 0", "first", "gram 1", "second", "third", "gram 3");
  }

  @Test
  void aGramMatrixOfTwoLayersComesBehindTheLastOfThem() {
    Tensor first = convolution("first", image);
    Tensor second = convolution("second", first);
    Tensor third = convolution("third", second);
    Tensor pair = gram("pair", second, first);
    assertThat(order(third, pair)).containsExactly("first", "second", "pair", "third");
  }

  @Test
  void whatStandsBetweenALayerAndItsMatrixComesWithIt() {
    Tensor first = convolution("first", image);
    Tensor second = convolution("second", first);
    Tensor rectified = rectifier("relu", first);
    Tensor pooled = pooling("pool", rectified);
    Tensor matrix = gram("gram", pooled, pooled);
    assertThat(order(second, matrix)).containsExactly("first", "relu", "pool", "gram", "second");
  }

  @Test
  void whatLeadsToAConvolutionStaysInItsPlace() {
    Tensor first = convolution("first", image);
    Tensor rectified = rectifier("relu", first);
    Tensor pooled = pooling("pool", first);
    Tensor second = convolution("second", pooled);
    Tensor third = convolution("third", rectified);
    assertThat(order(second, third)).containsExactly("first", "relu", "pool", "second", "third");
  }

  @Test
  void whatNobodyAskedForIsLeftOut() {
    Tensor first = convolution("first", image);
    gram("gram", first, first);
    Tensor second = convolution("second", first);
    convolution("third", second);
    pooling("pool", second);
    assertThat(order(second)).containsExactly("first", "second");
  }

  @Test
  void aLossTermAsksForItsTensor() {
    Tensor first = convolution("first", image);
    convolution("second", first);
    LossTerm error = new LossTerm.FeatureError(first, "target");
    Program program =
        new Program(image, nodes, List.of(error), Map.of("loss", LossSum.of(0)), Map.of());
    assertThat(names(program)).containsExactly("first");
  }

  @Test
  void usersOfATensorAreTheNodesThatAreLeft() {
    Tensor first = convolution("first", image);
    Tensor matrix = gram("gram", first, image);
    Tensor second = convolution("second", first);
    pooling("pool", first);
    Program program = program(matrix, second);
    assertThat(program.users(first))
        .extracting(node -> node.output().name())
        .containsExactly("gram", "second");
    assertThat(program.gram(matrix)).containsInstanceOf(Node.Gram.class);
    assertThat(program.gram(second)).isEmpty();
  }

  private List<String> order(Tensor... outputs) {
    return names(program(outputs));
  }

  private static List<String> names(Program program) {
    return program.nodes().stream().map(node -> node.output().name()).toList();
  }

  private Program program(Tensor... outputs) {
    return new Program(
        image,
        nodes,
        List.of(),
        Map.of(),
        Stream.of(outputs).collect(Collectors.toMap(Tensor::name, Function.identity())));
  }

  private Tensor tensor(String name) {
    return new Tensor(tensors++, name, SIZE);
  }

  private Tensor convolution(String name, Tensor input) {
    Tensor output = tensor(name);
    nodes.add(new Node.Convolution(input, output, Nd4j.zeros(1, 1, 2, 2), null, WINDOW, false));
    return output;
  }

  private Tensor rectifier(String name, Tensor input) {
    Tensor output = tensor(name);
    nodes.add(new Node.Rectifier(input, output));
    return output;
  }

  private Tensor pooling(String name, Tensor input) {
    Tensor output = tensor(name);
    nodes.add(new Node.Pooling(input, output, WINDOW, true));
    return output;
  }

  private Tensor gram(String name, Tensor a, Tensor b) {
    Tensor output = new Tensor(tensors++, name, TensorSize.matrix(2, 2));
    nodes.add(new Node.Gram(a, b, 1, output));
    return output;
  }
}
