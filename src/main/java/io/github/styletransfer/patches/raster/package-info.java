/** Images of floats, and work on them that is shared out to threads. */
@NullMarked
package io.github.styletransfer.patches.raster;

import org.jspecify.annotations.NullMarked;
