/**
 * Reads image files: {@link ImageReader} turns the many kinds people have (colour profiles,
 * transparency, grey, 16 bits per channel, turned photos) into upright, opaque sRGB.
 */
@NullMarked
package io.github.styletransfer.image.read;

import org.jspecify.annotations.NullMarked;
