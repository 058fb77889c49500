package io.github.styletransfer.network.pytorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small files of weights as PyTorch does, in either form. */
public final class WeightsWriter {
  private static final long[] MAGIC_BYTES = {
    0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19
  };

  private final Map<String, byte[]> storages = new LinkedHashMap<>();
  private final PickleWriter items = new PickleWriter();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private Consumer<PickleWriter> before = pickle -> {};
  private Consumer<PickleWriter> after = pickle -> {};

  /** The two forms, the second of them also compressed. */
  public enum Form {
    SEQUENCE,
    ARCHIVE,
    COMPRESSED_ARCHIVE
  }

  /** Writes the storages of archives in a byte order. */
  public WeightsWriter order(ByteOrder order) {
    this.order = order;
    return this;
  }

  /** Writes the weights as an item of another dictionary, after a number. */
  public WeightsWriter wrapped(String name) {
    before = pickle -> pickle.raw("}(").text("epoch").number(20).text(name);
    after = pickle -> pickle.raw('u');
    return this;
  }

  /** Adds an item that is not a tensor. */
  public WeightsWriter item(String name, Consumer<PickleWriter> value) {
    items.text(name);
    value.accept(items);
    return this;
  }

  /**
   * Adds a tensor of 32-bit floats that has its own storage, whose values are one after another.
   */
  public WeightsWriter tensor(String name, float[] values, long... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return floats("storage " + name, values)
        .view(name, "storage " + name, values.length, 0, shape, strides);
  }

  /** Adds a storage of 32-bit floats. */
  public WeightsWriter floats(String key, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(order);
    bytes.asFloatBuffer().put(values);
    return storage(key, bytes.array());
  }

  /** Adds a storage. */
  public WeightsWriter storage(String key, byte[] bytes) {
    storages.put(key, bytes);
    return this;
  }

  /** Adds a tensor that is a view of a storage of 32-bit floats. */
  public WeightsWriter view(
      String name, String key, long elements, long offset, long[] shape, long[] strides) {
    return view(name, "FloatStorage", key, elements, offset, shape, strides);
  }

  /** Adds a tensor that is a view of a storage. */
  public WeightsWriter view(
      String name,
      String type,
      String key,
      long elements,
      long offset,
      long[] shape,
      long[] strides) {
    items.text(name);
    view(items, type, key, elements, offset, shape, strides);
    return this;
  }

  /** Writes a tensor alone. */
  public static void view(
      PickleWriter pickle,
      String type,
      String key,
      long elements,
      long offset,
      long[] shape,
      long[] strides) {
    pickle.global("torch._utils", "_rebuild_tensor_v2").raw("((").text("storage");
    pickle.global("torch", type).text(key).text("cpu").number(elements).raw("tQ").number(offset);
    pickle.tuple(shape).tuple(strides).raw(0x89);
    pickle.global("collections", "OrderedDict").raw(")RtR");
  }

  /** What describes the weights. */
  public byte[] pickle() {
    PickleWriter pickle = new PickleWriter();
    before.accept(pickle);
    pickle.global("collections", "OrderedDict").raw(")R(");
    byte[] written = items.toBytes();
    pickle.raw(new String(written, 2, written.length - 2, StandardCharsets.ISO_8859_1));
    pickle.raw("u}").text("_metadata").global("collections", "OrderedDict").raw(")Rsb");
    after.accept(pickle);
    return pickle.stop();
  }

  /** The file's content. */
  public byte[] bytes(Form form) {
    return bytes(form, pickle());
  }

  /** The file's content with another description of its storages. */
  public byte[] bytes(Form form, byte[] pickle) {
    return form == Form.SEQUENCE
        ? sequence(pickle)
        : archive(pickle, form == Form.COMPRESSED_ARCHIVE);
  }

  /** The first three pickles of the older form. */
  public static byte[] sequenceStart() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PickleWriter magic = new PickleWriter().raw(0x8a, MAGIC_BYTES.length);
    for (long one : MAGIC_BYTES) {
      magic.raw((int) one);
    }
    out.writeBytes(magic.stop());
    out.writeBytes(new PickleWriter().raw("M").raw(1001 & 0xff, 1001 >> 8).stop());
    out.writeBytes(new PickleWriter().raw("}").text("little_endian").raw(0x88, 's').stop());
    return out.toByteArray();
  }

  private byte[] sequence(byte[] pickle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(sequenceStart());
    out.writeBytes(pickle);
    PickleWriter keys = new PickleWriter().raw("](");
    storages.keySet().forEach(keys::text);
    out.writeBytes(keys.raw('e').stop());
    for (byte[] storage : storages.values()) {
      ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      out.writeBytes(count.putLong(storage.length / Float.BYTES).array());
      out.writeBytes(storage);
    }
    return out.toByteArray();
  }

  private byte[] archive(byte[] pickle, boolean compressed) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", pickle);
    entries.put(
        "archive/byteorder",
        (order == ByteOrder.BIG_ENDIAN ? "big" : "little").getBytes(StandardCharsets.US_ASCII));
    storages.forEach((key, bytes) -> entries.put("archive/data/" + key, bytes));
    entries.put("archive/version", new byte[] {'3', '\n'});
    return zip(entries, compressed);
  }

  /** A ZIP archive. */
  public static byte[] zip(Map<String, byte[]> entries, boolean compressed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> named : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(named.getKey());
        if (!compressed) {
          CRC32 sum = new CRC32();
          sum.update(named.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(named.getValue().length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(named.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
