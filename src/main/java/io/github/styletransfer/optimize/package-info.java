/** Methods that move the image against the gradient of the loss. */
@NullMarked
package io.github.styletransfer.optimize;

import org.jspecify.annotations.NullMarked;
