/**
 * Regions of images, named by the colours of masks: which there are, and how much each pixel has of
 * each, at any size.
 */
@NullMarked
package io.github.styletransfer.region;

import org.jspecify.annotations.NullMarked;
