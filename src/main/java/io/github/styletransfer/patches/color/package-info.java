/** Maps from a photo's colours to a painting's. */
@NullMarked
package io.github.styletransfer.patches.color;

import org.jspecify.annotations.NullMarked;
