package io.github.styletransfer.image.container;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.codec.ByteRange;
import io.github.styletransfer.image.codec.Codec;
import io.github.styletransfer.image.codec.CodedImage;
import io.github.styletransfer.image.container.ContainedPicture.Layer;
import io.github.styletransfer.image.container.ContainedPicture.Window;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the picture in a JPEG 2000 file (ISO/IEC 15444-1), with boxes around it or without. */
public final class Jp2File {
  private static final int START_OF_CODESTREAM = 0xff4fff51;
  private static final int SIZE_MARKER_BYTES = 24;
  private static final int SIZE_OFFSET = 8;
  private static final int ICC_METHOD = 2;
  private static final int COLOR_HEADER_BYTES = 3;

  private Jp2File() {}

  /**
   * The picture that a file shows first.
   *
   * @throws FaultyContainerException if the file is damaged
   * @throws IOException if it can't be read
   */
  public static ContainedPicture picture(Path path) throws IOException {
    try (BoxFile file = BoxFile.open(path)) {
      return picture(file);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new FaultyContainerException("a box cut short", e);
    }
  }

  private static ContainedPicture picture(BoxFile file) throws IOException {
    boolean bare = file.bytes(0, Integer.BYTES).getInt() == START_OF_CODESTREAM;
    List<Box> boxes = bare ? List.of() : file.boxes();
    long codestream =
        bare
            ? 0
            : BoxFile.first(boxes, "jp2c")
                .orElseThrow(() -> new FaultyContainerException("no codestream"))
                .content()
                .offset();
    ImageSize size = size(file.bytes(codestream, SIZE_MARKER_BYTES));
    CodedImage image =
        new CodedImage(
            Codec.JPEG_2000,
            Optional.empty(),
            List.of(new ByteRange(0, file.size())),
            Optional.empty());
    return new ContainedPicture(
        new Layer(size, 1, List.of(image)),
        Optional.empty(),
        false,
        new Window(0, 0, size),
        Orientation.NORMAL,
        profile(file, boxes),
        Optional.empty());
  }

  /** The reference grid less what is left of and above the picture. */
  private static ImageSize size(ByteBuffer marker) {
    marker.position(SIZE_OFFSET);
    int right = marker.getInt();
    int bottom = marker.getInt();
    return new ImageSize(
        /* width= */ right - marker.getInt(), /* height= */ bottom - marker.getInt());
  }

  private static Optional<ByteRange> profile(BoxFile file, List<Box> boxes) throws IOException {
    Optional<Box> header = BoxFile.first(boxes, "jp2h");
    if (header.isEmpty()) {
      return Optional.empty();
    }
    for (Box box : file.boxes(header.get().content())) {
      if (box.type().equals("colr") && file.bytes(box).get() == ICC_METHOD) {
        ByteRange content = box.content();
        return Optional.of(
            new ByteRange(
                content.offset() + COLOR_HEADER_BYTES, content.length() - COLOR_HEADER_BYTES));
      }
    }
    return Optional.empty();
  }
}
