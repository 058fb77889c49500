package io.github.styletransfer.engine.onednn.device;

import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.winograd.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The processor as oneDNN sees it, with an arena. Its memory and all that is made on it lives until
 * the {@link org.bytedeco.javacpp.PointerScope} is closed in which it was made.
 */
public final class Device implements AutoCloseable {
  private static final long PAGE = 4096;

  private final engine processor = new engine(engine.kind.cpu, 0);
  private final stream queue = new stream(processor);
  private final BytePointer arena;
  private final Bindings bindings;
  private final List<memory> scratchpads = new ArrayList<>();
  private final Workers workers = new Workers();
  private final List<Scratch> scratch =
      Stream.generate(Scratch::new).limit(workers.count()).toList();
  private long scratchpadBytes;

  /**
   * Allocates the arena.
   *
   * @param bindings what the steps take and give beside their buffers
   */
  public Device(long arenaBytes, Bindings bindings) {
    arena = allocate(arenaBytes);
    this.bindings = bindings;
  }

  /** Targets, weights and values of loss terms. */
  public Bindings bindings() {
    return bindings;
  }

  /**
   * Allocates memory that begins with a page: vectors that lie across two cache lines take twice
   * the time to read and write.
   */
  public static BytePointer allocate(long bytes) {
    BytePointer memory = new BytePointer(bytes + PAGE);
    return memory.getPointer(-memory.address() & (PAGE - 1)).capacity(bytes);
  }

  /** The processor. */
  public engine processor() {
    return processor;
  }

  /** Threads for steps that spread their work themselves. */
  public Workers workers() {
    return workers;
  }

  /** The arrays of one of those threads. */
  public Scratch scratch(int thread) {
    return scratch.get(thread);
  }

  /** Attributes of a primitive that takes its scratchpad from the device. */
  public static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
    return attributes;
  }

  /** The same with operations after the primitive's own. */
  public static primitive_attr attributes(post_ops operations) {
    primitive_attr attributes = attributes();
    attributes.set_post_ops(operations);
    return attributes;
  }

  /** A buffer's memory. */
  public memory memory(Buffer buffer, memory.desc descriptor) {
    if (descriptor.get_size() > buffer.bytes()) {
      throw new IllegalStateException(
          "a buffer of " + buffer.bytes() + " bytes is " + descriptor.get_size() + " short");
    }
    return new memory(descriptor, processor, bytes(buffer));
  }

  /** Memory of its own. */
  public memory memory(memory.desc descriptor) {
    return new memory(descriptor, processor);
  }

  /** An array's memory; the array has to stay. */
  public memory memory(INDArray array, memory.desc descriptor) {
    return new memory(descriptor, processor, floats(array));
  }

  /** A buffer's memory, byte by byte. */
  public BytePointer bytes(Buffer buffer) {
    return arena.getPointer(buffer.offset());
  }

  /** A buffer's memory for Java. */
  public FloatPointer floats(Buffer buffer) {
    return new FloatPointer(bytes(buffer));
  }

  /** The memory of an array that is contiguous in C order. */
  public static FloatPointer floats(INDArray array) {
    return new FloatPointer(array.data().pointer()).getPointer(array.offset());
  }

  /** The memory of an array that is contiguous in C order, byte by byte. */
  public static BytePointer bytes(INDArray array) {
    return new BytePointer(array.data().pointer())
        .getPointer(array.offset() * array.dataType().width());
  }

  /** A primitive's arguments, by their numbers. */
  public static IntMemoryMap arguments(Map<Integer, memory> arguments) {
    IntMemoryMap map = new IntMemoryMap();
    arguments.forEach(map::put);
    return map;
  }

  /** A step that runs a primitive. */
  public Step step(
      String name,
      primitive_desc_base description,
      primitive operation,
      Map<Integer, memory> arguments) {
    IntMemoryMap map = arguments(arguments);
    memory.desc scratchpad = description.scratchpad_desc();
    if (scratchpad.get_size() > 0) {
      memory working = new memory(scratchpad, processor, new Pointer());
      map.put(dnnl.DNNL_ARG_SCRATCHPAD, working);
      scratchpads.add(working);
      scratchpadBytes = Math.max(scratchpadBytes, scratchpad.get_size());
    }
    return new Step(
        name, description.impl_info_str().getString(), () -> operation.execute(queue, map));
  }

  /** Gives all primitives made so far their common scratchpad. */
  public void allocateScratchpad() {
    BytePointer scratchpad = allocate(scratchpadBytes);
    scratchpads.forEach(working -> working.set_data_handle(scratchpad));
  }

  /** Waits until all steps are done. */
  public void finish() {
    queue._wait();
  }

  /** Converts now, e.g. to another type or layout. */
  public void reorder(memory from, memory to) {
    new org.bytedeco.dnnl.reorder(from, to).execute(queue, from, to);
    queue._wait();
  }

  /** Ends the threads; memory is given back by the scope. */
  @Override
  public void close() {
    workers.close();
  }
}
