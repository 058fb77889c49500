package io.github.styletransfer.network.pytorch;

import java.nio.ByteBuffer;

/** What a storage is an array of. */
enum ElementType {
  FLOAT("FloatStorage", Float.BYTES),
  DOUBLE("DoubleStorage", Double.BYTES),
  HALF("HalfStorage", Short.BYTES),
  BFLOAT16("BFloat16Storage", Short.BYTES),
  LONG("LongStorage", Long.BYTES),
  INT("IntStorage", Integer.BYTES),
  SHORT("ShortStorage", Short.BYTES),
  CHAR("CharStorage", Byte.BYTES),
  BYTE("ByteStorage", Byte.BYTES),
  BOOL("BoolStorage", Byte.BYTES);

  private static final int HALF_EXPONENT_BITS = 5;
  private static final int HALF_FRACTION_BITS = 10;
  private static final int HALF_LARGEST_EXPONENT = (1 << HALF_EXPONENT_BITS) - 1;
  private static final int HALF_BIAS = HALF_LARGEST_EXPONENT / 2;

  private final String storage;
  private final int bytes;

  ElementType(String storage, int bytes) {
    this.storage = storage;
    this.bytes = bytes;
  }

  /** The name of the storage's class in Python's package torch. */
  String storage() {
    return storage;
  }

  /** The length of an element. */
  int bytes() {
    return bytes;
  }

  /** Whether elements are floating-point numbers. */
  boolean isFloatingPoint() {
    return this == FLOAT || this == DOUBLE || this == HALF || this == BFLOAT16;
  }

  /**
   * A floating-point element, rounded to 32 bits.
   *
   * @param bytes of elements of this type, in its byte order
   * @param index in elements
   */
  float value(ByteBuffer bytes, int index) {
    return switch (this) {
      case FLOAT -> bytes.getFloat(index * Float.BYTES);
      case DOUBLE -> (float) bytes.getDouble(index * Double.BYTES);
      case HALF -> half(bytes.getShort(index * Short.BYTES));
      case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(index * Short.BYTES) << Short.SIZE);
      default -> throw new IllegalStateException(storage + " has no floating-point numbers");
    };
  }

  /** IEEE 754's binary16. */
  private static float half(short bits) {
    int exponent = bits >> HALF_FRACTION_BITS & HALF_LARGEST_EXPONENT;
    int fraction = bits & (1 << HALF_FRACTION_BITS) - 1;
    float magnitude;
    if (exponent == HALF_LARGEST_EXPONENT) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, 1 - HALF_BIAS - HALF_FRACTION_BITS);
    } else {
      int significand = fraction | 1 << HALF_FRACTION_BITS;
      magnitude = Math.scalb((float) significand, exponent - HALF_BIAS - HALF_FRACTION_BITS);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
