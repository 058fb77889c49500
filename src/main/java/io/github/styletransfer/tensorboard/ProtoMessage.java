package io.github.styletransfer.tensorboard;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/** A protobuf message in the making, field by field. */
final class ProtoMessage {
  private static final int BUFFER_BYTES = 128;

  private final ByteString.Output bytes = ByteString.newOutput(BUFFER_BYTES);
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, BUFFER_BYTES);

  ProtoMessage set(int field, double value) throws IOException {
    out.writeDouble(field, value);
    return this;
  }

  ProtoMessage set(int field, float value) throws IOException {
    out.writeFloat(field, value);
    return this;
  }

  ProtoMessage set(int field, long value) throws IOException {
    out.writeInt64(field, value);
    return this;
  }

  ProtoMessage set(int field, String value) throws IOException {
    out.writeString(field, value);
    return this;
  }

  ProtoMessage set(int field, byte[] value) throws IOException {
    out.writeByteArray(field, value);
    return this;
  }

  ProtoMessage set(int field, ProtoMessage value) throws IOException {
    out.writeBytes(field, value.encoded());
    return this;
  }

  byte[] toByteArray() throws IOException {
    return encoded().toByteArray();
  }

  private ByteString encoded() throws IOException {
    out.flush();
    return bytes.toByteString();
  }
}
