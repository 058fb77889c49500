package io.github.styletransfer.image.read;

import java.awt.image.ColorModel;

/** How an image stores opacity beside its colours. */
enum Opacity {
  /** Not at all. */
  NONE,
  /** Colours are those of the opaque pixel. */
  STRAIGHT,
  /** Colours are multiplied by opacity. */
  PREMULTIPLIED;

  static Opacity of(ColorModel model) {
    if (!model.hasAlpha()) {
      return NONE;
    }
    return model.isAlphaPremultiplied() ? PREMULTIPLIED : STRAIGHT;
  }
}
