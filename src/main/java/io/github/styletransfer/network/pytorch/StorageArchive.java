package io.github.styletransfer.network.pytorch;

import io.github.styletransfer.network.FileSignature;
import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.Remedy;
import io.github.styletransfer.storage.FileFaults;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's form of today: a ZIP archive of one folder, in which {@code data.pkl} describes the
 * weights, {@code data/KEY} are the storages and {@code byteorder} says little or big, little if it
 * isn't there. Entries may be compressed, though PyTorch stores them.
 */
final class StorageArchive implements Storages {
  private static final Pattern PICKLE = Pattern.compile("[^/]+/data\\.pkl");
  private static final String PICKLE_NAME = "data.pkl";

  /** Deflate makes nothing smaller than by this. */
  private static final int BEST_COMPRESSION = 1032;

  private static final int LONGEST_DETAIL = 120;

  private final ZipFile zip;
  private final long fileBytes;
  private final String folder;
  private final ByteOrder order;
  private final StateDict weights;

  /**
   * Reads the pickle, and looks for the storages.
   *
   * @throws NetworkFault if the file isn't whole
   */
  static StorageArchive open(Path file, FileSignature signature) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw unreadable("is cut short or damaged: it is a ZIP archive that can't be opened", e);
    }
    try {
      return new StorageArchive(zip, file.toFile().length(), signature);
    } catch (IOException | RuntimeException | Error e) {
      zip.close();
      throw e;
    }
  }

  private StorageArchive(ZipFile zip, long fileBytes, FileSignature signature) throws IOException {
    this.zip = zip;
    this.fileBytes = fileBytes;
    String pickle =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(PICKLE.asMatchPredicate())
            .findFirst()
            .orElseThrow(
                () -> signature.not("a ZIP archive without PyTorch's data.pkl", Remedy.UNPACK));
    folder = pickle.substring(0, pickle.length() - PICKLE_NAME.length());
    order = byteOrder();
    byte[] bytes = start(pickle, StateDictFile.LONGEST_PICKLE + 1);
    if (bytes.length > StateDictFile.LONGEST_PICKLE) {
      throw StateDictFile.longPickle();
    }
    StateDictUnpickler unpickler = new StateDictUnpickler(new PickleBytes(bytes));
    @Nullable Object unpickled;
    try {
      unpickled = unpickler.read();
    } catch (EOFException e) {
      throw new NetworkFault("is damaged: its data.pkl ends too early", Remedy.DOWNLOAD_AGAIN);
    }
    for (Storage storage : unpickler.storages().values()) {
      requireWhole(storage);
    }
    weights = StateDict.of(unpickled);
  }

  private ByteOrder byteOrder() throws IOException {
    String name = folder + "byteorder";
    if (zip.getEntry(name) == null) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    return switch (new String(start(name, Long.BYTES), StandardCharsets.US_ASCII)) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default ->
          throw new NetworkFault(
              "is damaged: its byte order is neither little nor big", Remedy.DOWNLOAD_AGAIN);
    };
  }

  private byte[] start(String name, int longest) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readNBytes(longest);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  private ZipEntry entry(Storage storage) throws NetworkFault {
    @Nullable ZipEntry entry = zip.getEntry(folder + "data/" + storage.key());
    if (entry == null) {
      throw StateDictFile.missing(storage);
    }
    return entry;
  }

  private void requireWhole(Storage storage) throws NetworkFault {
    ZipEntry entry = entry(storage);
    if (entry.getSize() != storage.bytes()) {
      throw StateDictFile.wrongLength(
          storage, String.format(Locale.ROOT, "%,d bytes", entry.getSize()));
    }
    boolean stored = entry.getMethod() == ZipEntry.STORED;
    if (entry.getSize() / (stored ? 1 : BEST_COMPRESSION) > fileBytes) {
      throw new NetworkFault(
          String.format(
              Locale.ROOT,
              "is damaged: a part of it claims %,d bytes, which it can't hold",
              entry.getSize()),
          Remedy.DOWNLOAD_AGAIN);
    }
  }

  @Override
  public StateDict weights() {
    return weights;
  }

  @Override
  public ByteBuffer read(Storage storage, long first, int count) throws IOException {
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry(storage))) {
      in.skipNBytes(first);
      bytes = in.readNBytes(count);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(folder + "data/" + storage.key(), e);
    }
    if (bytes.length < count) {
      throw StateDictFile.wrongLength(storage, "fewer bytes");
    }
    return ByteBuffer.wrap(bytes).order(order);
  }

  private static NetworkFault damaged(String name, Exception cause) {
    return unreadable(
        "is damaged: " + StateDictFile.printable(name) + " in its ZIP archive can't be read",
        cause);
  }

  private static NetworkFault unreadable(String what, Exception cause) {
    String detail = NetworkFault.printable(FileFaults.inWords(cause), LONGEST_DETAIL);
    NetworkFault fault = new NetworkFault(what + " (" + detail + ")", Remedy.DOWNLOAD_AGAIN);
    fault.initCause(cause);
    return fault;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
