package io.github.styletransfer.network;

import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Struct;

/** Looks up fields of MATLAB structs by name, with the type they must have. */
final class MatFields {
  private MatFields() {}

  /**
   * The field of a struct.
   *
   * @param owner what the struct is, for the message
   * @throws NetworkFault if there is no such field or it is of another type
   */
  static <T extends Array> T field(Class<T> type, Struct struct, String field, String owner)
      throws NetworkFault {
    if (!struct.getFieldNames().contains(field) || struct.getNumElements() < 1) {
      throw new NetworkFault("has no field '" + field + "' in " + owner);
    }
    return as(type, struct.get(field), "the field '" + field + "' of " + owner);
  }

  /** A text field of a layer. */
  static String text(Struct layer, String field) throws NetworkFault {
    return field(Char.class, layer, field, "a layer").getString();
  }

  /**
   * Checks an array's type.
   *
   * @param what what the array is, for the message
   */
  static <T extends Array> T as(Class<T> type, Array array, String what) throws NetworkFault {
    if (!type.isInstance(array)) {
      throw new NetworkFault(
          "has " + array.getType() + " data instead of a " + type.getSimpleName() + " as " + what);
    }
    return type.cast(array);
  }
}
