package io.github.styletransfer.network.pytorch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a pickle, instruction by instruction, of protocol 2 unless something newer is written. */
public final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Starts a pickle. */
  public PickleWriter() {
    raw(0x80, 2);
  }

  /** Adds bytes. */
  public PickleWriter raw(int... bytes) {
    for (int one : bytes) {
      out.write(one);
    }
    return this;
  }

  /** Adds instructions without arguments, and others' arguments, each of them a character. */
  public PickleWriter raw(String latin1) {
    out.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Adds text with its length as four bytes. */
  public PickleWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    raw('X').int32(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Adds a number. */
  public PickleWriter number(long number) {
    if (number >= 0 && number < 256) {
      return raw('K', (int) number);
    }
    if (number == (int) number) {
      return raw('J').int32((int) number);
    }
    raw(0x8a, Long.BYTES);
    out.writeBytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
    return this;
  }

  /** Adds a tuple of numbers. */
  public PickleWriter tuple(long... numbers) {
    raw('(');
    for (long number : numbers) {
      number(number);
    }
    return raw('t');
  }

  /** Adds a name of Python. */
  public PickleWriter global(String module, String name) {
    return raw("c" + module + "\n" + name + "\n");
  }

  /** Adds four bytes, little-endian. */
  public PickleWriter int32(int number) {
    return raw(number, number >> 8, number >> 16, number >> 24);
  }

  /** Ends the pickle. */
  public byte[] stop() {
    return raw('.').toBytes();
  }

  /** What is there so far. */
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
