/** Chooses between a convolution's methods, by timing them. */
@NullMarked
package io.github.styletransfer.engine.onednn.tune;

import org.jspecify.annotations.NullMarked;
