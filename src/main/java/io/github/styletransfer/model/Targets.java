package io.github.styletransfer.model;

import io.github.styletransfer.model.loss.TargetName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the losses compare with.
 *
 * @param arrays feature maps, NHWC [1, H, W, C], Gram matrices or second moments, [C, C], or means,
 *     [1, C]
 */
public record Targets(Map<TargetName, INDArray> arrays) {
  /** Copies the map, not the arrays. */
  public Targets {
    arrays = Map.copyOf(arrays);
  }

  /** Gives back the arrays' memory, which nobody may use any more. */
  public void close() {
    arrays.values().forEach(INDArray::close);
  }

  /** These and others. */
  public Targets and(Targets others) {
    Map<TargetName, INDArray> all = new HashMap<>(arrays);
    all.putAll(others.arrays);
    return new Targets(all);
  }

  /**
   * The weighted mean of targets of the same losses: that of several paintings, of each of which
   * they are means over its pixels. A target that some don't have is the mean over the others.
   *
   * @param shares what part of the whole each is, in total 1
   * @return of the data type of the first; the first itself if there are no others
   */
  public static Targets mean(List<Targets> all, double... shares) {
    if (all.size() == 1) {
      return all.get(0);
    }
    Map<TargetName, INDArray> sums = new HashMap<>();
    Map<TargetName, Double> totals = new HashMap<>();
    for (int i = 0; i < shares.length; i++) {
      double share = shares[i];
      all.get(i)
          .arrays
          .forEach(
              (name, array) -> {
                sums.merge(name, array.castTo(DataType.DOUBLE).mul(share), INDArray::addi);
                totals.merge(name, share, Double::sum);
              });
    }
    DataType type = all.get(0).arrays.values().iterator().next().dataType();
    double whole = Arrays.stream(shares).sum();
    sums.replaceAll(
        (name, sum) -> {
          double total = Objects.requireNonNull(totals.get(name));
          return (total < whole ? sum.div(total) : sum).castTo(type);
        });
    return new Targets(sums);
  }

  /**
   * The same arrays by other names, each by one or more.
   *
   * @param names gives the names that take a layer's place
   */
  public Targets renamed(Function<String, List<String>> names) {
    Map<TargetName, INDArray> renamed = new HashMap<>();
    arrays.forEach(
        (name, array) ->
            names
                .apply(name.layer())
                .forEach(layer -> renamed.put(new TargetName(name.loss(), layer), array)));
    return new Targets(renamed);
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if it isn't there
   */
  INDArray get(TargetName name) {
    INDArray target = arrays.get(name);
    if (target == null) {
      throw new IllegalArgumentException("there is no target " + name);
    }
    return target;
  }
}
