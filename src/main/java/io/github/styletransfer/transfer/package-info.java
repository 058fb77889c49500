/**
 * A style transfer from images to image: targets, the image to start from, the optimisation loop
 * and the listeners that watch it.
 */
@NullMarked
package io.github.styletransfer.transfer;

import org.jspecify.annotations.NullMarked;
