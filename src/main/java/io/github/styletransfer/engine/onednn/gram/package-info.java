/** Gram matrices of which half is computed. */
@NullMarked
package io.github.styletransfer.engine.onednn.gram;

import org.jspecify.annotations.NullMarked;
