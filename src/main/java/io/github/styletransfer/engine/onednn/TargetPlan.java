package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.engine.program.Gram;
import io.github.styletransfer.engine.program.Program;
import io.github.styletransfer.engine.program.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * How the feature maps and Gram matrices that a program is asked for are computed.
 *
 * @param schedule the actions
 * @param image the buffer that takes the image, float
 * @param features by name, the buffers of the feature maps, float
 * @param grams by name, the buffers of the Gram matrices without their factor, float
 * @param arenaBytes the memory that all buffers take together
 */
record TargetPlan(
    Schedule schedule,
    Buffer image,
    Map<String, Buffer> features,
    Map<String, Buffer> grams,
    long arenaBytes) {

  static TargetPlan of(Program program, Precision precision) {
    Schedule schedule = new Schedule();
    Buffer image = new Buffer(ElementType.FLOAT32, program.image().size().elements());
    schedule.keep(image);
    ForwardPass forward =
        new ForwardPass(program, precision, MethodChoice.BY_TYPE, schedule, image, false);
    Map<String, Buffer> features = new HashMap<>();
    Map<String, Buffer> grams = new HashMap<>();
    program
        .nodes()
        .forEach(
            node -> {
              forward.get(node.output());
              addFeatures(program, node.output(), forward, features);
              addGrams(program, node.output(), forward, schedule, grams);
            });
    features.values().forEach(schedule::keep);
    grams.values().forEach(schedule::keep);
    return new TargetPlan(schedule, image, features, grams, schedule.lay());
  }

  private static void addFeatures(
      Program program, Tensor tensor, ForwardPass forward, Map<String, Buffer> features) {
    program
        .tensors()
        .forEach(
            (name, wanted) -> {
              if (wanted.equals(tensor)) {
                Buffer buffer = forward.get(tensor);
                features.put(
                    name,
                    buffer.type() == ElementType.FLOAT32
                        ? buffer
                        : forward.converted(name, buffer, ElementType.FLOAT32));
              }
            });
  }

  private static void addGrams(
      Program program,
      Tensor tensor,
      ForwardPass forward,
      Schedule schedule,
      Map<String, Buffer> grams) {
    for (Map.Entry<String, Gram> entry : program.grams().entrySet()) {
      Gram gram = entry.getValue();
      if (last(gram).equals(tensor)) {
        Buffer matrix = new Buffer(ElementType.FLOAT32, gram.elements());
        schedule.add(GramAction.of(gram, forward.get(gram.a()), forward.get(gram.b()), matrix));
        grams.put(entry.getKey(), matrix);
      }
    }
  }

  private static Tensor last(Gram gram) {
    return gram.a().index() > gram.b().index() ? gram.a() : gram.b();
  }
}
