package io.github.styletransfer.image.read;

import io.github.styletransfer.image.codec.CodecProcess;
import io.github.styletransfer.image.codec.CodedFrame;
import io.github.styletransfer.image.container.ContainedPicture.Layer;
import java.io.IOException;
import javax.imageio.IIOException;

/** Puts the rows of a layer's tiles together, as they are decoded. */
final class LayerRows {
  private final CodecProcess process;
  private final int width;
  private final int columns;
  private final boolean single;
  private final CodedFrame tile;
  private final short[] tileRow;
  private final short[][] strip;
  private int next;
  private boolean begun;

  /**
   * Awaits the first tile.
   *
   * @param process whose next tiles are the layer's
   * @throws IOException if it can't be decoded
   */
  LayerRows(CodecProcess process, Layer layer) throws IOException {
    this.process = process;
    this.width = layer.size().width();
    this.columns = layer.columns();
    this.tile = process.next();
    int height = layer.size().height();
    boolean alone = layer.tiles().size() == 1;
    this.single = alone && tile.width() == width && tile.height() == height;
    if (alone && (tile.width() < width || tile.height() < height)) {
      throw new IIOException("Unsupported layers: " + tile + " of " + layer.size());
    }
    int rows = layer.tiles().size() / columns;
    if ((long) tile.width() * columns < width || (long) tile.height() * rows < height) {
      throw new IIOException(tile + " of " + layer.size());
    }
    this.tileRow = new short[tile.width() * tile.channels()];
    this.strip = new short[single ? 1 : tile.height()][width * tile.channels()];
  }

  /** What all its tiles are. */
  CodedFrame tile() {
    return tile;
  }

  /**
   * The next row, from the top.
   *
   * @return width x channels unsigned samples, valid until the next call
   * @throws IOException if it can't be decoded
   */
  short[] next() throws IOException {
    if (single) {
      process.row(tileRow);
      System.arraycopy(tileRow, 0, strip[0], 0, strip[0].length);
      return strip[0];
    }
    if (next == 0) {
      readStrip();
    }
    short[] row = strip[next];
    next = (next + 1) % strip.length;
    return row;
  }

  private void readStrip() throws IOException {
    for (int column = 0; column < columns; column++) {
      if (begun) {
        CodedFrame frame = process.next();
        if (frame.width() != tile.width()
            || frame.height() != tile.height()
            || frame.channels() != tile.channels()) {
          throw new IIOException("a tile of " + frame + " beside " + tile);
        }
      }
      begun = true;
      int start = column * tileRow.length;
      int count = Math.max(0, Math.min(tileRow.length, width * tile.channels() - start));
      for (short[] row : strip) {
        process.row(tileRow);
        System.arraycopy(tileRow, 0, row, Math.min(start, row.length), count);
      }
    }
  }
}
