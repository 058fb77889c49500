package io.github.styletransfer.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.onednn.tune.ConvolutionMethod;
import io.github.styletransfer.engine.plan.Action;
import io.github.styletransfer.engine.plan.LossPlan;
import io.github.styletransfer.engine.plan.MoveAction;
import io.github.styletransfer.engine.plan.OutsideAction;
import io.github.styletransfer.engine.plan.TransferAction;
import io.github.styletransfer.engine.program.LossTerm;
import io.github.styletransfer.engine.program.Node;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.reader.ProgramReader;
import io.github.styletransfer.engine.reader.UnsupportedGraphException;
import io.github.styletransfer.model.LossModel;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whether the models that {@link OneDnnEngineTest} runs have nodes, loss terms and actions of all
 * kinds. A kind is what a visitor has a method for. Actions of strips are run by {@link
 * StripEngineTest}.
 */
class AllKindsTest {
  private static final Set<Class<?>> OF_STRIPS =
      Set.of(TransferAction.class, OutsideAction.class, MoveAction.class);

  private final Set<Class<?>> nodes = new HashSet<>();
  private final Set<Class<?>> terms = new HashSet<>();
  private final Set<Class<?>> actions = new HashSet<>();

  @BeforeEach
  void collect() throws UnsupportedGraphException {
    List<LossCase> cases =
        Stream.concat(OneDnnEngineTest.vgg19Cases(), OneDnnEngineTest.waveletCases()).toList();
    for (LossCase tested : cases) {
      LossModel model = tested.losses();
      Program program = ProgramReader.read(model.graph(), model.image(), model.outputs());
      addKinds(nodes, program.nodes());
      addKinds(terms, program.terms());
      for (Precision precision : Precision.values()) {
        for (ConvolutionMethod method : ConvolutionMethod.values()) {
          OneDnnKernels kernels = new OneDnnKernels(precision, convolution -> method);
          LossPlan plan = LossPlan.within(Long.MAX_VALUE, program, precision, kernels);
          addKinds(actions, plan.schedule().actions());
        }
      }
    }
  }

  private static void addKinds(Set<Class<?>> kinds, List<?> found) {
    found.forEach(one -> kinds.add(one.getClass()));
  }

  @Test
  void allKindsOfNodesAreRun() {
    assertThat(nodes).containsExactlyInAnyOrderElementsOf(kinds(Node.Visitor.class));
  }

  @Test
  void allKindsOfLossTermsAreRun() {
    assertThat(terms).containsExactlyInAnyOrderElementsOf(kinds(LossTerm.Visitor.class));
  }

  @Test
  void allKindsOfActionsAreRun() {
    Set<Class<?>> all = new HashSet<>(kinds(Action.Visitor.class));
    all.removeAll(OF_STRIPS);
    assertThat(actions).containsExactlyInAnyOrderElementsOf(all);
  }

  private static Set<Class<?>> kinds(Class<?> visitor) {
    return Stream.of(visitor.getMethods())
        .map(Method::getParameterTypes)
        .map(parameters -> parameters[0])
        .collect(Collectors.toSet());
  }
}
