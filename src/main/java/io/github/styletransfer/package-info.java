/** The program's entry point. */
@NullMarked
package io.github.styletransfer;

import org.jspecify.annotations.NullMarked;
