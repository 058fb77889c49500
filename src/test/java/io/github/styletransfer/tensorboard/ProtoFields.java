package io.github.styletransfer.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a protobuf message by number, each with all of its values. */
final class ProtoFields {
  private final Map<Integer, List<Object>> values = new LinkedHashMap<>();

  ProtoFields(ByteString message) throws IOException {
    CodedInputStream in = message.newCodedInput();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      values
          .computeIfAbsent(WireFormat.getTagFieldNumber(tag), number -> new ArrayList<>())
          .add(value(in, WireFormat.getTagWireType(tag)));
    }
  }

  private static Object value(CodedInputStream in, int type) throws IOException {
    return switch (type) {
      case WireFormat.WIRETYPE_VARINT -> (Object) in.readInt64();
      case WireFormat.WIRETYPE_FIXED64 -> in.readDouble();
      case WireFormat.WIRETYPE_FIXED32 -> in.readFloat();
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.readBytes();
      default -> throw new IllegalStateException("wire type " + type);
    };
  }

  boolean has(int number) {
    return values.containsKey(number);
  }

  List<Object> all(int number) {
    return values.getOrDefault(number, List.of());
  }

  Object get(int number) {
    List<Object> all = all(number);
    if (all.size() != 1) {
      throw new IllegalStateException(all.size() + " values of field " + number);
    }
    return all.get(0);
  }

  long number(int number) {
    return (Long) get(number);
  }

  String text(int number) {
    return ((ByteString) get(number)).toStringUtf8();
  }

  ProtoFields message(int number) throws IOException {
    return new ProtoFields((ByteString) get(number));
  }
}
