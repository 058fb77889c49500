/**
 * How a program is computed, whoever computes it: forward and backward pass as a schedule of
 * actions, the buffers that they use, and where these lie in one piece of memory.
 */
@NullMarked
package io.github.styletransfer.engine.plan;

import org.jspecify.annotations.NullMarked;
