package io.github.styletransfer.image.container;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.codec.ByteRange;
import io.github.styletransfer.image.codec.CodedImage;
import java.util.List;
import java.util.Optional;

/**
 * The picture that a file shows first, and what it is put together from.
 *
 * @param colors what is seen
 * @param opacity how opaque it is, as grey of the same size; empty for all of it
 * @param premultiplied whether colours are multiplied by the opacity
 * @param window the part of it that is to be seen
 * @param orientation how that part is to be turned
 * @param profile where its ICC profile is, if it has one
 * @param code its colours as ITU-T H.273 numbers them, if the file says that
 */
public record ContainedPicture(
    Layer colors,
    Optional<Layer> opacity,
    boolean premultiplied,
    Window window,
    Orientation orientation,
    Optional<ByteRange> profile,
    Optional<ColorCode> code) {

  /**
   * A picture put together from tiles, row by row from the top left, without gaps.
   *
   * @param size what is to be seen of the tiles: the last ones of a row or column may go beyond
   * @param columns tiles of a row
   * @param tiles the rows of tiles, one after another; a single one is a picture of its own
   */
  public record Layer(ImageSize size, int columns, List<CodedImage> tiles) {}

  /**
   * A part of a picture.
   *
   * @param left the first column
   * @param top the first row
   * @param size of the part
   */
  public record Window(int left, int top, ImageSize size) {}

  /**
   * Colours as ITU-T H.273 numbers them.
   *
   * @param primaries its ColourPrimaries
   * @param transfer its TransferCharacteristics
   */
  public record ColorCode(int primaries, int transfer) {}
}
