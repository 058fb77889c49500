package io.github.styletransfer.network.pytorch;

import io.github.styletransfer.network.FileSignature;
import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's older form: pickles of a magic number, of the form's version, of the machine, of the
 * weights and of the storages' keys; then each storage, its number of elements before it. All is
 * little-endian, whatever the machine was.
 */
final class StorageSequence implements Storages {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final int VERSION = 1001;

  private final FileChannel channel;
  private final StateDict weights;
  private final Map<String, Long> starts = new HashMap<>();

  /**
   * Reads the pickles, and finds the storages.
   *
   * @param channel at any position; stays open until this is closed
   * @throws NetworkFault if the file isn't whole
   */
  StorageSequence(FileChannel channel, FileSignature signature) throws IOException {
    this.channel = channel;
    int length = (int) Math.min(channel.size(), StateDictFile.LONGEST_PICKLE);
    PickleBytes bytes = new PickleBytes(ChannelBytes.read(channel, 0, length).array());
    try {
      if (!MAGIC.equals(new StateDictUnpickler(bytes).read())) {
        throw signature.not("a pickle of Python that PyTorch didn't write", Remedy.DOWNLOAD);
      }
      if (!Integer.valueOf(VERSION).equals(new StateDictUnpickler(bytes).read())) {
        throw NetworkFault.unexpected("is of a form that PyTorch has given up: not version 1001");
      }
      new StateDictUnpickler(bytes).read();
      StateDictUnpickler unpickler = new StateDictUnpickler(bytes);
      @Nullable Object unpickled = unpickler.read();
      @Nullable Object keys = new StateDictUnpickler(bytes).read();
      find(unpickler.storages(), keys, bytes.position());
      weights = StateDict.of(unpickled);
    } catch (EOFException e) {
      throw length < channel.size() ? StateDictFile.longPickle() : endsWithinPickles();
    }
  }

  private NetworkFault endsWithinPickles() throws IOException {
    return new NetworkFault(
        String.format(
            Locale.ROOT,
            "is an incomplete download: it has %,d bytes and ends within its list of tensors",
            channel.size()),
        Remedy.DOWNLOAD_AGAIN);
  }

  private void find(Map<String, Storage> storages, @Nullable Object keys, long first)
      throws IOException {
    if (!(keys instanceof List<?> list)) {
      throw new NetworkFault("is damaged: it has no list of its storages", Remedy.DOWNLOAD_AGAIN);
    }
    long end = first;
    for (Object key : list) {
      @Nullable Storage storage = key instanceof String name ? storages.get(name) : null;
      if (storage == null || starts.put(storage.key(), end + Long.BYTES) != null) {
        throw new NetworkFault(
            "is damaged: its list of storages is not that of its tensors", Remedy.DOWNLOAD_AGAIN);
      }
      end += Long.BYTES + storage.bytes();
    }
    if (end > channel.size()) {
      throw new NetworkFault(
          String.format(
              Locale.ROOT,
              "is an incomplete download: it has %,d bytes and should have at least %,d",
              channel.size(),
              end),
          Remedy.DOWNLOAD_AGAIN);
    }
    for (Storage storage : storages.values()) {
      requireCount(storage);
    }
  }

  private void requireCount(Storage storage) throws IOException {
    @Nullable Long start = starts.get(storage.key());
    if (start == null) {
      throw StateDictFile.missing(storage);
    }
    long count =
        ChannelBytes.read(channel, start - Long.BYTES, Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .getLong(0);
    if (count != storage.elements()) {
      throw StateDictFile.wrongLength(storage, Long.toUnsignedString(count) + " values");
    }
  }

  @Override
  public StateDict weights() {
    return weights;
  }

  @Override
  public ByteBuffer read(Storage storage, long first, int count) throws IOException {
    long start = starts.getOrDefault(storage.key(), 0L);
    return ChannelBytes.read(channel, start + first, count).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
