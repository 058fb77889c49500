/** Convolutions by Winograd's transforms, whose products oneDNN computes. */
@NullMarked
package io.github.styletransfer.engine.onednn.winograd;

import org.jspecify.annotations.NullMarked;
