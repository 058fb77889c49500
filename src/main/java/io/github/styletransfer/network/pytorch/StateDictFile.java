package io.github.styletransfer.network.pytorch;

import io.github.styletransfer.network.FileSignature;
import io.github.styletransfer.network.FileSignature.Kind;
import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** A file of weights that PyTorch has written, of either form. Values are read when asked for. */
public final class StateDictFile implements Closeable {
  /**
   * The longest pickle that is read, in bytes: it would describe some ten thousand tensors. No
   * instruction takes more than about a hundred bytes of memory.
   */
  static final int LONGEST_PICKLE = 1 << 20;

  private static final int MOST_VALUE_BYTES = 64 << 20;
  private static final int LONGEST_NAME = 60;

  private static final FileSignature SIGNATURE =
      new FileSignature(
          "PyTorch file",
          List.of(
              new Kind("MATLAB 5.0 MAT-file", "a MATLAB 5 file", Remedy.DOWNLOAD),
              new Kind("MATLAB", "a MATLAB file", Remedy.DOWNLOAD),
              new Kind("\u0089HDF", "an HDF5 file", Remedy.DOWNLOAD)));

  private final Storages storages;

  private StateDictFile(Storages storages) {
    this.storages = storages;
  }

  /**
   * Opens a file and reads what it has, but not the values.
   *
   * @throws NetworkFault if it is no such file, or isn't whole
   * @throws IOException if it can't be read
   */
  public static StateDictFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      byte[] start = Channels.newInputStream(channel).readNBytes(FileSignature.START_BYTES);
      if (FileSignature.isZip(start)) {
        channel.close();
        return new StateDictFile(StorageArchive.open(file, SIGNATURE));
      }
      if (!FileSignature.isPickle(start)) {
        throw SIGNATURE.other(start);
      }
      return new StateDictFile(new StorageSequence(channel, SIGNATURE));
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  /** The weights that are in it. */
  public StateDict weights() {
    return storages.weights();
  }

  /**
   * Reads a tensor's values.
   *
   * @return in the order of the tensor's axes, the last one fastest; rounded to 32 bits
   * @throws NetworkFault if the file has no such tensor, or more values than VGG-19 has anywhere,
   *     or they aren't floating-point numbers
   */
  public float[] values(String name) throws IOException {
    Tensor tensor =
        weights()
            .tensor(name)
            .orElseThrow(() -> NetworkFault.unexpected("has no tensor " + printable(name)));
    ElementType type = tensor.storage().type();
    if (!type.isFloatingPoint()) {
      throw NetworkFault.unexpected(
          "is another network: its tensor "
              + printable(name)
              + " has no floating-point numbers but is a "
              + type.storage());
    }
    long span = tensor.span();
    long longest = Math.max(span, tensor.elements());
    if (longest > MOST_VALUE_BYTES / type.bytes()) {
      throw NetworkFault.unexpected(
          String.format(
              Locale.ROOT,
              "has a tensor %s of %,d values, more than VGG-19 could use",
              printable(name),
              longest));
    }
    ByteBuffer bytes =
        storages.read(tensor.storage(), tensor.offset() * type.bytes(), (int) span * type.bytes());
    return gather(tensor, bytes);
  }

  private static float[] gather(Tensor tensor, ByteBuffer bytes) {
    float[] values = new float[(int) tensor.elements()];
    int axes = tensor.shape().size();
    long[] index = new long[axes];
    long at = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.storage().type().value(bytes, (int) at);
      for (int axis = axes - 1; axis >= 0; axis--) {
        long stride = tensor.strides().get(axis);
        index[axis]++;
        at += stride;
        if (index[axis] < tensor.shape().get(axis)) {
          break;
        }
        at -= index[axis] * stride;
        index[axis] = 0;
      }
    }
    return values;
  }

  static NetworkFault longPickle() {
    return NetworkFault.unexpected(
        String.format(
            Locale.ROOT,
            "is another network: the list of its tensors has more than %,d bytes",
            LONGEST_PICKLE));
  }

  static NetworkFault missing(Storage storage) {
    return new NetworkFault(
        "is damaged: its storage " + printable(storage.key()) + " is missing",
        Remedy.DOWNLOAD_AGAIN);
  }

  static NetworkFault wrongLength(Storage storage, String found) {
    return new NetworkFault(
        String.format(
            Locale.ROOT,
            "is damaged: its storage %s has %s and should have %,d values of %d bytes",
            printable(storage.key()),
            found,
            storage.elements(),
            storage.type().bytes()),
        Remedy.DOWNLOAD_AGAIN);
  }

  static String printable(String name) {
    return NetworkFault.printable(name, LONGEST_NAME);
  }

  @Override
  public void close() throws IOException {
    storages.close();
  }
}
