/**
 * Winograd's minimal filtering F(4 x 4, 3 x 3): the transforms before and after the products, on
 * feature maps in native memory (Lavin and Gray, "Fast Algorithms for Convolutional Neural
 * Networks", CVPR 2016).
 */
@NullMarked
package io.github.styletransfer.engine.winograd;

import org.jspecify.annotations.NullMarked;
