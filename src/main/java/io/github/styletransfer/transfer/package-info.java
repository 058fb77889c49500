/**
 * A style transfer from images to image, whatever the method: what a method does, the listeners
 * that watch it, and what a run is resumed from.
 */
@NullMarked
package io.github.styletransfer.transfer;

import org.jspecify.annotations.NullMarked;
