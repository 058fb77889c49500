package io.github.styletransfer.network.pytorch;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weights by name, in the file's order, without their values. A checkpoint may have more than the
 * weights; they are in it as {@code state_dict} or {@code model} then. Immutable.
 */
public final class StateDict {
  private static final List<String> WRAPPERS = List.of("state_dict", "model");
  private static final int MOST_NAMES = 5;

  private final Map<String, Tensor> tensors;

  private StateDict(Map<String, Tensor> tensors) {
    this.tensors = Collections.unmodifiableMap(tensors);
  }

  /**
   * Finds the weights in what was unpickled.
   *
   * @throws NetworkFault if there are none, or a tensor has values that are not in its storage
   */
  static StateDict of(@Nullable Object unpickled) throws NetworkFault {
    if (!(unpickled instanceof Map<?, ?> dictionary)) {
      throw NetworkFault.unexpected("is another PyTorch file: it holds no weights by name");
    }
    Map<String, Tensor> tensors = tensors(dictionary);
    for (String wrapper : WRAPPERS) {
      if (tensors.isEmpty() && dictionary.get(wrapper) instanceof Map<?, ?> inner) {
        tensors = tensors(inner);
      }
    }
    if (tensors.isEmpty()) {
      throw NetworkFault.unexpected(
          "is another PyTorch file: it holds no weights but " + names(dictionary.keySet()));
    }
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (!entry.getValue().fits()) {
        throw new NetworkFault(
            "is damaged: its tensor "
                + StateDictFile.printable(entry.getKey())
                + " needs more values than its storage has",
            Remedy.DOWNLOAD_AGAIN);
      }
    }
    return new StateDict(tensors);
  }

  private static Map<String, Tensor> tensors(Map<?, ?> dictionary) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    dictionary.forEach(
        (key, value) -> {
          if (key instanceof String name && value instanceof Tensor tensor) {
            tensors.put(name, tensor);
          }
        });
    return tensors;
  }

  /** The names of all tensors. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** A tensor by its name; empty if there is none. */
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** The first few names, for a message. */
  public String firstNames() {
    return names(names());
  }

  private static String names(Set<?> keys) {
    if (keys.isEmpty()) {
      return "nothing";
    }
    return keys.stream()
            .limit(MOST_NAMES)
            .map(key -> StateDictFile.printable(key.toString()))
            .collect(Collectors.joining(", "))
        + (keys.size() > MOST_NAMES ? ", ..." : "");
  }
}
