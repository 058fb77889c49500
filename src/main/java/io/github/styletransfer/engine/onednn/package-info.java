/**
 * Runs programs on oneDNN (github.com/uxlfoundation/oneDNN): a {@link
 * io.github.styletransfer.engine.program.Program} is compiled once into a list of steps on buffers
 * of one arena, whose places are known beforehand.
 *
 * <p>First a {@link io.github.styletransfer.engine.onednn.Schedule} of actions is made, forward and
 * backward, that says which buffers each action reads and writes; from it follow the buffers'
 * lifetimes and the size of the arena. Then each action is compiled for a {@link
 * io.github.styletransfer.engine.onednn.Device}.
 */
@NullMarked
package io.github.styletransfer.engine.onednn;

import org.jspecify.annotations.NullMarked;
