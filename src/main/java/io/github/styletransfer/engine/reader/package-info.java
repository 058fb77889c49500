/** Reads SameDiff graphs as programs. */
@NullMarked
package io.github.styletransfer.engine.reader;

import org.jspecify.annotations.NullMarked;
