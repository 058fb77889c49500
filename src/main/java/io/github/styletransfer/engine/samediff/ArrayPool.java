package io.github.styletransfer.engine.samediff;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Hands the memory of released arrays out again, to any array of the same type and length. A graph
 * that is run repeatedly takes the same sequence of arrays each time, so that from the second run
 * on nothing is allocated.
 */
final class ArrayPool extends AbstractMemoryMgr {
  private final Map<Key, Deque<DataBuffer>> free = new HashMap<>();

  /** Arrays in use. What the session releases beside them, such as constants, isn't the pool's. */
  private final Set<INDArray> lent = Collections.newSetFromMap(new IdentityHashMap<>());

  private record Key(DataType type, long length) {}

  @Override
  public INDArray allocate(boolean detached, DataType dataType, long... shape) {
    INDArray array = take(dataType, shape);
    lent.add(array);
    return array;
  }

  /** Always a new array object: the session tells arrays apart by ids that an object keeps. */
  private INDArray take(DataType dataType, long... shape) {
    long length = 1;
    for (long size : shape) {
      length *= size;
    }
    Deque<DataBuffer> candidates = free.get(new Key(dataType, length));
    if (candidates == null || candidates.isEmpty()) {
      return Nd4j.createUninitializedDetached(dataType, shape);
    }
    DataBuffer memory = candidates.removeLast();
    return Nd4j.create(memory, shape, Nd4j.getStrides(shape, 'c'), 0, 'c', dataType);
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    if (descriptor.isEmpty()) {
      return Nd4j.create(descriptor);
    }
    return allocate(detached, descriptor.dataType(), descriptor.getShape());
  }

  @Override
  public void release(INDArray array) {
    if (lent.remove(array)) {
      free.computeIfAbsent(new Key(array.dataType(), array.length()), key -> new ArrayDeque<>())
          .addLast(array.data());
    }
  }

  /** Frees the memory of all arrays that aren't in use. */
  @Override
  public void close() {
    for (Deque<DataBuffer> buffers : free.values()) {
      buffers.forEach(DataBuffer::close);
    }
    free.clear();
    lent.clear();
  }
}
