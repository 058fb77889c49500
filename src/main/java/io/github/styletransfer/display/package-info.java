/** Shows a finished picture: in the terminal, or with the desktop's viewer. */
@NullMarked
package io.github.styletransfer.display;

import org.jspecify.annotations.NullMarked;
