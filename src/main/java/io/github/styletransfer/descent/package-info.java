/**
 * Style transfer by optimisation: an image is moved against the gradient of losses on a feature
 * network. Targets, the image to start from, the sizes and the loop over iterations.
 */
@NullMarked
package io.github.styletransfer.descent;

import org.jspecify.annotations.NullMarked;
