package io.github.styletransfer.network.vgg;

import io.github.styletransfer.storage.CheckedReader;
import io.github.styletransfer.storage.CheckedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a network's layers beside its file, in a form that is read at the disk's speed: {@code
 * NAME.wh.cache} or {@code NAME.hw.cache}. A cache that belongs to another file, or isn't whole, is
 * as good as none; one that can't be written isn't missed. The file holds the key, the mean pixel
 * and the layers (kind, name, shape and floats), in the machine's byte order, and their CRC-32C.
 */
public final class NetworkCache {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkCache.class);

  /** Smaller files are read in no time. */
  private static final long SMALLEST_FILE = 32L << 20;

  private static final int CONVOLUTION = 1;
  private static final int RECTIFIER = 2;
  private static final int POOLING = 3;
  private static final int LONGEST_NAME = 64;
  private static final int LARGEST_SIDE = 1 << 16;

  private final long smallestFile;

  /** Keeps networks whose files are large enough for it to pay. */
  public NetworkCache() {
    this(SMALLEST_FILE);
  }

  /**
   * Keeps networks whose files have at least some size.
   *
   * @param smallestFile in bytes
   */
  NetworkCache(long smallestFile) {
    this.smallestFile = smallestFile;
  }

  /** A file's network, if it has been kept. */
  Optional<Vgg19> read(Path file, KernelLayout layout) {
    Path cache = cache(file, layout);
    try {
      if (Files.size(file) < smallestFile || !Files.isRegularFile(cache)) {
        return Optional.empty();
      }
      CacheKey key = CacheKey.of(file, layout);
      try (FileChannel channel = FileChannel.open(cache, StandardOpenOption.READ)) {
        Optional<Vgg19> network = read(new CheckedReader(channel), key);
        LOG.debug("{} {}", cache, network.isPresent() ? "is used" : "is of another network file");
        return network;
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} can't be used", cache, e);
      return Optional.empty();
    }
  }

  private static Optional<Vgg19> read(CheckedReader in, CacheKey key) throws IOException {
    byte[] found = new byte[key.length()];
    in.read(ByteBuffer.wrap(found));
    if (!Arrays.equals(found, key.bytes())) {
      return Optional.empty();
    }
    float[] meanPixel = new float[3];
    for (int i = 0; i < meanPixel.length; i++) {
      meanPixel[i] = Float.intBitsToFloat(in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    int count = in.readInt(0, LARGEST_SIDE);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      layers.add(readLayer(in));
    }
    in.requireEnd();
    return Optional.of(new Vgg19(layers, meanPixel));
  }

  private static Layer readLayer(CheckedReader in) throws IOException {
    int kind = in.readInt(CONVOLUTION, POOLING);
    String text = in.readText(LONGEST_NAME);
    return switch (kind) {
      case CONVOLUTION -> new Layer.Convolution(text, readArray(in, 4), readArray(in, 1));
      case RECTIFIER -> new Layer.Relu(text);
      default -> new Layer.Pool(text);
    };
  }

  private static INDArray readArray(CheckedReader in, int rank) throws IOException {
    long[] shape = new long[rank];
    long elements = 1;
    for (int i = 0; i < rank; i++) {
      shape[i] = in.readInt(1, LARGEST_SIDE);
      elements *= shape[i];
      in.requireLeft(elements * Float.BYTES);
    }
    INDArray array = Nd4j.createUninitializedDetached(DataType.FLOAT, shape);
    in.read(memory(array));
    return array;
  }

  /** Keeps a network, unless it can't be written. */
  void write(Path file, KernelLayout layout, Vgg19 network) {
    Path cache = cache(file, layout);
    Path temporary =
        cache.resolveSibling("." + cache.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      if (Files.size(file) < smallestFile) {
        return;
      }
      try {
        write(temporary, CacheKey.of(file, layout), network);
        Files.move(temporary, cache, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} can't be written", cache, e);
    }
  }

  private static void write(Path target, CacheKey key, Vgg19 network) throws IOException {
    try (FileChannel channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      CheckedWriter out = new CheckedWriter(channel);
      out.write(ByteBuffer.wrap(key.bytes()));
      for (float mean : network.meanPixel()) {
        out.writeInt(Float.floatToIntBits(mean));
      }
      out.writeInt(network.layers().size());
      for (Layer layer : network.layers()) {
        out.writeInt(kind(layer));
        out.writeText(layer.name());
        if (layer instanceof Layer.Convolution convolution) {
          writeArray(out, convolution.kernel());
          writeArray(out, convolution.bias());
        }
      }
      out.end();
    }
  }

  private static int kind(Layer layer) {
    if (layer instanceof Layer.Convolution) {
      return CONVOLUTION;
    }
    return layer instanceof Layer.Relu ? RECTIFIER : POOLING;
  }

  private static void writeArray(CheckedWriter out, INDArray array) throws IOException {
    for (long size : array.shape()) {
      out.writeInt((int) size);
    }
    out.write(memory(array.isView() ? array.dup('c') : array));
  }

  private static ByteBuffer memory(INDArray array) {
    ByteBuffer bytes = array.data().asNio();
    return bytes.duplicate().clear().limit((int) (array.length() * Float.BYTES));
  }

  private static Path cache(Path file, KernelLayout layout) {
    return file.resolveSibling(
        file.getFileName() + "." + layout.name().toLowerCase(Locale.ROOT) + ".cache");
  }
}
