package io.github.styletransfer.engine.onednn.gram;

import io.github.styletransfer.engine.onednn.device.Device;
import io.github.styletransfer.engine.onednn.device.Floats;
import io.github.styletransfer.engine.onednn.device.Layouts;
import io.github.styletransfer.engine.onednn.device.Step;
import io.github.styletransfer.engine.onednn.device.Workers;
import io.github.styletransfer.engine.plan.Buffer;
import io.github.styletransfer.engine.plan.ElementType;
import io.github.styletransfer.engine.plan.GramAction;
import io.github.styletransfer.engine.plan.SymmetricGramAction;
import io.github.styletransfer.engine.program.TensorSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Computes a symmetric Gram matrix: strip by strip of its columns, from the diagonal down. Both
 * factors are copied into dense memory first, as oneDNN's product is half as fast on wide matrices
 * whose first factor is transposed.
 */
public final class SymmetricGram implements Runnable {
  private static final int STRIP = GramSplit.STRIP;

  private final Device device;
  private final GramSplit split;
  private final FloatPointer features;
  private final Floats matrix;
  private final float[] sums;
  private final float[] others;
  private final List<Share> shares = new ArrayList<>();

  private SymmetricGram(Device device, SymmetricGramAction action, GramSplit split) {
    this.device = device;
    this.split = split;
    features = device.floats(action.gram().a());
    matrix = new Floats(device.floats(action.gram().matrix()));
    sums = new float[Math.toIntExact(split.sums())];
    others = new float[sums.length];
    FloatPointer working = device.floats(action.working());
    for (int i = 0; i < split.threads(); i++) {
      shares.add(new Share(working.getPointer(i * split.own())));
    }
  }

  /** Whether a Gram matrix can be computed so. */
  public static boolean fits(GramAction action) {
    return action.gram().isSymmetric()
        && action.a().type() == ElementType.FLOAT32
        && action.gram().a().size().channels() % GramSplit.STRIP == 0;
  }

  /** The action for a Gram matrix, with the working memory that it takes. */
  public static SymmetricGramAction action(GramAction action) {
    return new SymmetricGramAction(
        action, new Buffer(ElementType.FLOAT32, split(action).working()));
  }

  private static GramSplit split(GramAction action) {
    TensorSize size = action.gram().a().size();
    return GramSplit.of(size.pixels(), Math.toIntExact(size.channels()), Workers.available());
  }

  /** The step that computes it. */
  public static Step step(Device device, SymmetricGramAction action) {
    GramSplit split = split(action.gram());
    return new Step(
        action.name(),
        "symmetric",
        Workers.onOneThread(() -> new SymmetricGram(device, action, split)));
  }

  @Override
  public void run() {
    device.finish();
    device.workers().run(thread -> shares.get(thread).run(thread));
    shares.get(0).sums.read(0, sums, sums.length);
    for (Share share : shares.subList(1, shares.size())) {
      share.sums.read(0, others, others.length);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += others[i];
      }
    }
    mirror();
    matrix.write(0, sums, sums.length);
  }

  /** Above the diagonal's blocks nothing was computed. */
  private void mirror() {
    int channels = split.channels();
    for (int row = 0; row < channels; row++) {
      for (int column = (row / STRIP + 1) * STRIP; column < channels; column++) {
        sums[row * channels + column] = sums[column * channels + row];
      }
    }
  }

  /** What one thread works with. */
  private final class Share {
    private final FloatPointer sumsAt;
    private final FloatPointer copies;
    private final Floats sums;
    private final stream queue = new stream(device.processor());
    private final List<Copy> ofChunk;
    private final List<Copy> ofRest;
    private final List<Runnable> products = new ArrayList<>();

    Share(FloatPointer own) {
      sumsAt = own;
      sums = new Floats(own);
      copies = own.getPointer(split.sums());
      ofChunk = copies(split.chunk());
      ofRest = split.rest() == 0 ? List.of() : copies(split.rest());
      for (long strip = 0; strip < split.channels(); strip += STRIP) {
        for (long first = strip; first < split.channels(); first += GramSplit.ROWS) {
          products.add(product(first, strip));
        }
      }
    }

    /** Copies of some pixels, transposed, and in strips. */
    private List<Copy> copies(long pixels) {
      long channels = split.channels();
      long chunk = split.chunk();
      memory.desc given = Layouts.strided(new long[] {channels, pixels}, 1, channels);
      memory.desc transposed = Layouts.strided(new long[] {channels, pixels}, split.apart(), 1);
      long[] strips = {split.strips(), pixels, STRIP};
      memory.desc wide = Layouts.strided(strips, STRIP, channels, 1);
      memory.desc dense = Layouts.strided(strips, chunk * STRIP, STRIP, 1);
      return List.of(
          new Copy(given, transposed, copies),
          new Copy(wide, dense, copies.getPointer(split.transposed())));
    }

    /** Some rows, times a strip, added to the sums. */
    private Runnable product(long first, long strip) {
      long channels = split.channels();
      long chunk = split.chunk();
      long count = Math.min(GramSplit.ROWS, channels - first);
      memory.desc rows = Layouts.strided(new long[] {count, chunk}, split.apart(), 1);
      memory.desc columns = Layouts.strided(new long[] {chunk, STRIP}, STRIP, 1);
      memory.desc block = Layouts.strided(new long[] {count, STRIP}, channels, 1);
      post_ops operations = new post_ops();
      operations.append_sum();
      matmul.primitive_desc description =
          new matmul.primitive_desc(
              device.processor(), rows, columns, block, Device.attributes(operations), false);
      matmul operation = new matmul(description);
      FloatPointer stripAt = copies.getPointer(split.transposed() + strip * chunk);
      IntMemoryMap arguments =
          Device.arguments(
              Map.of(
                  dnnl.DNNL_ARG_SRC, at(rows, copies.getPointer(first * split.apart())),
                  dnnl.DNNL_ARG_WEIGHTS, at(columns, stripAt),
                  dnnl.DNNL_ARG_DST, at(block, sumsAt.getPointer(first * channels + strip)),
                  dnnl.DNNL_ARG_SCRATCHPAD, device.memory(description.scratchpad_desc())));
      return () -> operation.execute(queue, arguments);
    }

    private memory at(memory.desc layout, Pointer place) {
      return new memory(layout, device.processor(), place);
    }

    void run(int thread) {
      Pointer.memset(sumsAt, 0, split.sums() * Float.BYTES);
      for (long chunk = split.first(thread); chunk < split.first(thread + 1); chunk++) {
        add(ofChunk, chunk);
      }
      if (thread == split.threads() - 1 && split.rest() > 0) {
        Pointer.memset(copies, 0, (split.transposed() + split.floats()) * Float.BYTES);
        add(ofRest, split.chunks());
      }
    }

    private void add(List<Copy> pixels, long chunk) {
      FloatPointer from = features.getPointer(chunk * split.floats());
      pixels.forEach(copy -> copy.run(from));
      products.forEach(Runnable::run);
    }

    /** Copies what is at one place or another. */
    private final class Copy {
      private final memory from;
      private final primitive operation;
      private final IntMemoryMap arguments;

      Copy(memory.desc given, memory.desc wanted, FloatPointer to) {
        from = at(given, features);
        reorder.primitive_desc description =
            new reorder.primitive_desc(
                device.processor(), given, device.processor(), wanted, Device.attributes(), false);
        operation = new reorder(description);
        arguments =
            Device.arguments(
                Map.of(
                    dnnl.DNNL_ARG_FROM, from,
                    dnnl.DNNL_ARG_TO, at(wanted, to),
                    dnnl.DNNL_ARG_SCRATCHPAD, device.memory(description.scratchpad_desc())));
      }

      void run(FloatPointer given) {
        from.set_data_handle(given);
        operation.execute(queue, arguments);
      }
    }
  }
}
