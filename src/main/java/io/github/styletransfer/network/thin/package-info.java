/**
 * A VGG-19 of few channels, down to relu5_1, as its authors published it for PyTorch. Its layers
 * have VGG-19's names here, and it takes RGB 0..255 minus a mean pixel as VGG-19 does.
 */
@NullMarked
package io.github.styletransfer.network.thin;

import org.jspecify.annotations.NullMarked;
