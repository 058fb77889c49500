/** Finding similar patches, and making an image of them. */
@NullMarked
package io.github.styletransfer.patches.match;

import org.jspecify.annotations.NullMarked;
