package io.github.styletransfer.image.write;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.metadata.PictureFacts;
import java.awt.color.ICC_Profile;
import java.util.Optional;

/**
 * How a file is written, as far as its format has a choice.
 *
 * @param quality of formats that lose something, 1..100
 * @param chroma of formats that can do with less of it
 * @param profile whose colours the file has; empty for sRGB
 * @param alpha of the pixels, whose transparency the image shows laid over white; empty for opaque
 *     ones
 * @param facts what the file says beside its pixels
 */
public record FileSettings(
    int quality,
    Chroma chroma,
    Optional<ICC_Profile> profile,
    Optional<AlphaChannel> alpha,
    PictureFacts facts) {
  /** The quality that is taken if none is asked for. */
  public static final int DEFAULT_QUALITY = 95;

  /** The best quality. */
  public static final int MOST_QUALITY = 100;

  /** Good quality, sRGB, and nothing said but that. */
  public static final FileSettings DEFAULT = of(DEFAULT_QUALITY, Chroma.FULL);

  /**
   * @throws IllegalArgumentException if the quality is out of its range
   */
  public FileSettings {
    if (quality < 1 || quality > MOST_QUALITY) {
      throw new IllegalArgumentException("the quality can't be " + quality);
    }
  }

  /** For opaque images in sRGB. */
  public static FileSettings of(int quality, Chroma chroma) {
    return new FileSettings(quality, chroma, Optional.empty(), Optional.empty(), PictureFacts.NONE);
  }

  /** The same with other facts. */
  public FileSettings with(PictureFacts others) {
    return new FileSettings(quality, chroma, profile, alpha, others);
  }
}
