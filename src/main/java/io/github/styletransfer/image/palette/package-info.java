/** Images in a few colours, for what can't show more. */
@NullMarked
package io.github.styletransfer.image.palette;

import org.jspecify.annotations.NullMarked;
