/** The sliced Wasserstein distance between the patches of two images, and its gradient. */
@NullMarked
package io.github.styletransfer.patches.sliced;

import org.jspecify.annotations.NullMarked;
