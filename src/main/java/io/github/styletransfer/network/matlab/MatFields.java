package io.github.styletransfer.network.matlab;

import io.github.styletransfer.network.NetworkFault;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sparse;
import us.hebi.matlab.mat.types.Struct;

/** Looks up fields of MATLAB structs by name, with the type they must have. */
public final class MatFields {
  private static final int LONGEST_TEXT = 40;

  private MatFields() {}

  /** The field that is itself a struct of one element. */
  public static Struct struct(Struct owner, String field, String path) throws NetworkFault {
    return struct(field(owner, field, path), path + "." + field);
  }

  /**
   * An array as a struct of one element.
   *
   * @param path where in the file the array is, for the message
   */
  public static Struct struct(Array array, String path) throws NetworkFault {
    if (array instanceof Struct struct && struct.getNumElements() == 1) {
      return struct;
    }
    throw wrong(array, path, array instanceof Struct ? "a struct of one element" : "a struct");
  }

  /** The field that is a cell array. */
  public static Cell cell(Struct owner, String field, String path) throws NetworkFault {
    Array array = field(owner, field, path);
    if (array instanceof Cell cell) {
      return cell;
    }
    throw wrong(array, path + "." + field, "a cell array");
  }

  /** The field that is text; control characters are replaced and overlong text is cut. */
  public static String text(Struct owner, String field, String path) throws NetworkFault {
    Array array = field(owner, field, path);
    if (array instanceof Char text) {
      return NetworkFault.printable(text.getString(), LONGEST_TEXT);
    }
    throw wrong(array, path + "." + field, "text");
  }

  /** The field that is a floating-point array. */
  public static Matrix numbers(Struct owner, String field, String path) throws NetworkFault {
    return numbers(field(owner, field, path), path + "." + field);
  }

  /**
   * An array as a floating-point array.
   *
   * @param path where in the file the array is, for the message
   */
  public static Matrix numbers(Array array, String path) throws NetworkFault {
    if (array instanceof Matrix matrix
        && !(array instanceof Sparse)
        && !matrix.isComplex()
        && (array.getType() == MatlabType.Single || array.getType() == MatlabType.Double)) {
      return matrix;
    }
    throw wrong(array, path, "real floating-point numbers");
  }

  private static Array field(Struct owner, String field, String path) throws NetworkFault {
    if (!owner.getFieldNames().contains(field)) {
      throw NetworkFault.unexpected("is not the network: it has no field " + path + "." + field);
    }
    return owner.get(field);
  }

  private static NetworkFault wrong(Array array, String path, String wanted) {
    String found =
        array instanceof Matrix matrix && matrix.isComplex()
            ? "complex " + array.getType()
            : array.getType().toString();
    return NetworkFault.unexpected(
        "is not the network: " + path + " (" + found + ") is not " + wanted);
  }
}
