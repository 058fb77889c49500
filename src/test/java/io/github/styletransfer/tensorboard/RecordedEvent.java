package io.github.styletransfer.tensorboard;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An event read back from a file.
 *
 * @param wallTime seconds since 1970
 * @param step the iteration
 * @param version the file's version, or empty
 * @param starts whether a session starts
 * @param values by tag: a Float, a {@link Picture}, or a text's String
 */
record RecordedEvent(
    double wallTime, long step, String version, boolean starts, Map<String, Object> values) {
  /** An image as it was written. */
  record Picture(long width, long height, long colorspace, ByteString png) {}

  static List<RecordedEvent> readAll(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<RecordedEvent> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = checked(bytes, Long.BYTES);
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      byte[] event = checked(bytes, Math.toIntExact(size));
      events.add(of(new ProtoFields(ByteString.copyFrom(event))));
    }
    return events;
  }

  private static byte[] checked(ByteBuffer bytes, int size) {
    byte[] data = new byte[size];
    bytes.get(data);
    CRC32C checksum = new CRC32C();
    checksum.update(data);
    int value = (int) checksum.getValue();
    if (((value >>> 15) | (value << 17)) + 0xa282ead8 != bytes.getInt()) {
      throw new IllegalStateException("wrong checksum before byte " + bytes.position());
    }
    return data;
  }

  private static RecordedEvent of(ProtoFields event) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    if (event.has(5)) {
      for (Object value : event.message(5).all(1)) {
        ProtoFields fields = new ProtoFields((ByteString) value);
        values.put(fields.text(1), content(fields));
      }
    }
    return new RecordedEvent(
        (Double) event.get(1),
        event.number(2),
        event.has(3) ? event.text(3) : "",
        event.has(7) && event.message(7).number(1) == 1,
        values);
  }

  private static Object content(ProtoFields value) throws IOException {
    if (value.has(2)) {
      return value.get(2);
    }
    if (value.has(4)) {
      ProtoFields image = value.message(4);
      return new Picture(
          image.number(2), image.number(1), image.number(3), (ByteString) image.get(4));
    }
    ProtoFields tensor = value.message(8);
    if (!value.message(9).message(1).text(1).equals("text") || tensor.number(1) != 7) {
      throw new IllegalStateException("neither number nor image nor text");
    }
    return tensor.text(8);
  }
}
