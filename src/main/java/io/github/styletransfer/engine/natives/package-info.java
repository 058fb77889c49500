/** The native libraries: unpacking, loading, and what they read of the process at their start. */
@NullMarked
package io.github.styletransfer.engine.natives;

import org.jspecify.annotations.NullMarked;
