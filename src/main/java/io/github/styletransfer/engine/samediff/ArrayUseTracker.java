package io.github.styletransfer.engine.samediff;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.nd4j.autodiff.samediff.config.SDValue;
import org.nd4j.autodiff.samediff.internal.AbstractDependencyTracker;
import org.nd4j.autodiff.samediff.internal.IDependencyMap;
import org.nd4j.autodiff.samediff.internal.memory.DependencyMap;

/**
 * Knows which operations still need an array. The library's own tracker keeps arrays in hash sets,
 * whose hash is computed over all of an array's numbers: slow, and wrong once the numbers change,
 * so that arrays are never released. Here arrays are told apart by their id.
 *
 * @param <D> what has to happen before an array is free
 */
final class ArrayUseTracker<D> extends AbstractDependencyTracker<SDValue, D> {
  @Override
  protected IDependencyMap<SDValue, D> newTMap() {
    return new DependencyMap<>();
  }

  @Override
  protected Set<SDValue> newTSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  @Override
  protected String toStringT(SDValue value) {
    return "value " + value.getId();
  }

  @Override
  protected String toStringD(D dependency) {
    return String.valueOf(dependency);
  }
}
