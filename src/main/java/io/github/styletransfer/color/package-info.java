/** Colours: a perceptual space, what a photo's colours do to a picture, and maps between images. */
@NullMarked
package io.github.styletransfer.color;

import org.jspecify.annotations.NullMarked;
