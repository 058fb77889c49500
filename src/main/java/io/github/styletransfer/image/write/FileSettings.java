package io.github.styletransfer.image.write;

import io.github.styletransfer.image.metadata.PictureFacts;

/**
 * How a file is written, as far as its format has a choice.
 *
 * @param quality of formats that lose something, 1..100
 * @param chroma of formats that can do with less of it
 * @param facts what the file says beside its pixels
 */
public record FileSettings(int quality, Chroma chroma, PictureFacts facts) {
  /** The quality that is taken if none is asked for. */
  public static final int DEFAULT_QUALITY = 95;

  /** The best quality. */
  public static final int MOST_QUALITY = 100;

  /** Good quality, and nothing said but the colours. */
  public static final FileSettings DEFAULT =
      new FileSettings(DEFAULT_QUALITY, Chroma.FULL, PictureFacts.NONE);

  /**
   * @throws IllegalArgumentException if the quality is out of its range
   */
  public FileSettings {
    if (quality < 1 || quality > MOST_QUALITY) {
      throw new IllegalArgumentException("the quality can't be " + quality);
    }
  }

  /** The same with other facts. */
  public FileSettings with(PictureFacts others) {
    return new FileSettings(quality, chroma, others);
  }
}
