/** The terminal on standard error, and a bar on its last line. */
@NullMarked
package io.github.styletransfer.terminal;

import org.jspecify.annotations.NullMarked;
