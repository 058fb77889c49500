/** A web page, for this machine only, that shows a run in progress. */
@NullMarked
package io.github.styletransfer.preview;

import org.jspecify.annotations.NullMarked;
