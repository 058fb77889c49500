/** A web page on this machine alone that shows a run while it goes on. */
@NullMarked
package io.github.styletransfer.preview;

import org.jspecify.annotations.NullMarked;
