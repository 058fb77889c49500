/** Evaluates the graphs with SameDiff's own session. */
@NullMarked
package io.github.styletransfer.engine.samediff;

import org.jspecify.annotations.NullMarked;
