package io.github.styletransfer.image.container;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The head of a JPEG XL file (ISO/IEC 18181-1, Annex D), with boxes around it or without. */
public final class JpegXlFile {
  private static final int START_OF_CODESTREAM = 0xff0a;
  private static final int HEAD_BYTES = 32;
  private static final int PART_NUMBER_BYTES = 4;
  private static final int UNSIGNED_SHORT = 0xffff;
  private static final int[] SIZE_BITS = {9, 13, 18, 30};
  private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

  private final ByteBuffer bytes;
  private int used;

  private JpegXlFile(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * The size of a file's picture, upright.
   *
   * @throws FaultyContainerException if the file is damaged
   * @throws IOException if it can't be read
   */
  public static ImageSize size(Path path) throws IOException {
    try (BoxFile file = BoxFile.open(path)) {
      long start = start(file);
      int length = (int) Math.min(HEAD_BYTES, file.size() - start);
      JpegXlFile head = new JpegXlFile(file.bytes(start, length));
      if ((head.bytes.getShort() & UNSIGNED_SHORT) != START_OF_CODESTREAM) {
        throw new FaultyContainerException("no codestream");
      }
      ImageSize stored = head.size();
      return head.orientation().upright(stored);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new FaultyContainerException("a head cut short", e);
    }
  }

  private static long start(BoxFile file) throws IOException {
    if ((file.bytes(0, Short.BYTES).getShort() & UNSIGNED_SHORT) == START_OF_CODESTREAM) {
      return 0;
    }
    List<Box> boxes = file.boxes();
    if (BoxFile.first(boxes, "jxlc").isPresent()) {
      return BoxFile.first(boxes, "jxlc").get().content().offset();
    }
    return BoxFile.first(boxes, "jxlp")
            .orElseThrow(() -> new FaultyContainerException("no codestream"))
            .content()
            .offset()
        + PART_NUMBER_BYTES;
  }

  private ImageSize size() {
    boolean small = bits(1) != 0;
    int height = side(small);
    int ratio = bits(3);
    if (ratio == 0) {
      return new ImageSize(/* width= */ side(small), height);
    }
    int[] fraction = RATIOS[ratio - 1];
    return new ImageSize((int) ((long) height * fraction[0] / fraction[1]), height);
  }

  /** Small ones are a multiple of 8. */
  private int side(boolean small) {
    return small ? (bits(5) + 1) * 8 : bits(SIZE_BITS[bits(2)]) + 1;
  }

  private Orientation orientation() {
    boolean allDefault = bits(1) != 0;
    boolean more = !allDefault && bits(1) != 0;
    return more ? Orientation.ofExif(bits(3) + 1) : Orientation.NORMAL;
  }

  /** The next bits, the lowest ones first. */
  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int bit = bytes.get(bytes.position() + used / Byte.SIZE) >> used % Byte.SIZE & 1;
      value |= bit << i;
      used++;
    }
    return value;
  }
}
