package io.github.styletransfer.image.read;

import io.github.styletransfer.image.AlphaChannel;
import io.github.styletransfer.image.RgbImage;
import java.util.Optional;

/**
 * An image as it is seen, upright.
 *
 * @param pixels its colours, transparency laid over white
 * @param opacity how opaque its pixels are, if one isn't opaque
 */
record ReadPicture(RgbImage pixels, Optional<AlphaChannel> opacity) {}
