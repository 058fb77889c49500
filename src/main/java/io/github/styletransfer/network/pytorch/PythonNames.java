package io.github.styletransfer.network.pytorch;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The few things that weights call by their names in Python. */
final class PythonNames {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_AXES = 16;

  private static final Map<String, Object> KNOWN = known();

  private PythonNames() {}

  /** What a pickle may call. */
  @FunctionalInterface
  interface Function {
    /**
     * Makes what stands in the pickle's dictionaries.
     *
     * @throws RuntimeException if the arguments aren't what PyTorch writes
     */
    Object call(@Nullable Object[] arguments);
  }

  /**
   * Finds a {@link Function} or an {@link ElementType}.
   *
   * @throws NetworkFault if the name is any other
   */
  static Object find(String module, String name) throws NetworkFault {
    String path = module + "." + name;
    @Nullable Object found = KNOWN.get(path);
    if (found == null) {
      throw new NetworkFault(
          "is refused: it names Python's "
              + NetworkFault.printable(path, LONGEST_NAME)
              + ", which no weights need; none of it was run",
          Remedy.DOWNLOAD);
    }
    return found;
  }

  private static Map<String, Object> known() {
    Map<String, Object> known = new HashMap<>();
    for (ElementType type : ElementType.values()) {
      known.put("torch." + type.storage(), type);
    }
    Function tensor = PythonNames::tensor;
    Function parameter = arguments -> (Tensor) Objects.requireNonNull(arguments[0]);
    Function dictionary = PythonNames::dictionary;
    known.put("torch._utils._rebuild_tensor", tensor);
    known.put("torch._utils._rebuild_tensor_v2", tensor);
    known.put("torch._utils._rebuild_parameter", parameter);
    known.put("collections.OrderedDict", dictionary);
    return Map.copyOf(known);
  }

  private static Object tensor(@Nullable Object[] arguments) {
    return new Tensor(
        (Storage) Objects.requireNonNull(arguments[0]),
        whole(arguments[1]),
        wholes(arguments[2]),
        wholes(arguments[3]));
  }

  /** An empty one; its items are set later. */
  private static Object dictionary(@Nullable Object[] arguments) {
    require(arguments.length == 0);
    return new LinkedHashMap<String, @Nullable Object>();
  }

  /**
   * A whole number.
   *
   * @throws RuntimeException if it is something else
   */
  static long whole(@Nullable Object number) {
    return number instanceof Integer small ? small : (Long) Objects.requireNonNull(number);
  }

  private static List<Long> wholes(@Nullable Object tuple) {
    Object[] numbers = (Object[]) Objects.requireNonNull(tuple);
    require(numbers.length <= MOST_AXES);
    List<Long> wholes = new ArrayList<>();
    for (Object number : numbers) {
      wholes.add(whole(number));
    }
    return wholes;
  }

  private static void require(boolean met) {
    if (!met) {
      throw new IllegalArgumentException("not what PyTorch writes");
    }
  }
}
