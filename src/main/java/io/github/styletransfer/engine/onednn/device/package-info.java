/** The processor as oneDNN sees it, its memory, and the threads and layouts that steps share. */
@NullMarked
package io.github.styletransfer.engine.onednn.device;

import org.jspecify.annotations.NullMarked;
