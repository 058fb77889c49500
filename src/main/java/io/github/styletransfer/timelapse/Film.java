package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Frames in their order, each read when it is needed.
 *
 * @param files of the frames
 * @param last one more frame, after them
 * @param size of all frames, whatever they are in their files
 */
record Film(List<Path> files, Optional<RgbImage> last, ImageSize size) {
  /** How long all frames but the last are shown together, as far as they aren't too few. */
  private static final int MILLISECONDS = 6000;

  private static final int SHORTEST = 40;
  private static final int LONGEST = 200;
  private static final int LAST = 2000;

  /**
   * Frames as large as the first of them, but for what a format can't have.
   *
   * @param longest side that they may have
   * @param even whether sides have to be even
   * @param least side that they may have
   */
  static Film of(List<Path> files, Optional<RgbImage> last, int longest, boolean even, int least)
      throws IOException {
    RgbImage first = files.isEmpty() ? last.orElseThrow() : FrameStore.read(files.get(0));
    ImageSize size = first.size();
    int side = Math.max(size.width(), size.height());
    if (side > longest) {
      size = Resizer.withLongestSide(size, longest);
    }
    return new Film(
        files,
        last,
        new ImageSize(side(size.width(), even, least), side(size.height(), even, least)));
  }

  private static int side(int pixels, boolean even, int least) {
    return Math.max(least, even ? pixels / 2 * 2 : pixels);
  }

  /** How many there are. */
  int count() {
    return files.size() + (last.isPresent() ? 1 : 0);
  }

  /** One of them. */
  RgbImage frame(int index) throws IOException {
    return Resizer.resize(
        index < files.size() ? FrameStore.read(files.get(index)) : last.orElseThrow(),
        size.width(),
        size.height());
  }

  /** How long one is shown, in milliseconds: a multiple of ten, as GIF needs it. */
  int duration(int index) {
    int each = MILLISECONDS / count() / 10 * 10;
    return index == count() - 1 ? LAST : Math.max(SHORTEST, Math.min(LONGEST, each));
  }
}
