/**
 * What a picture's file says beside its pixels: {@link PictureFacts}. {@link ExifBlock} writes what
 * of it is Exif.
 */
@NullMarked
package io.github.styletransfer.image.metadata;

import org.jspecify.annotations.NullMarked;
