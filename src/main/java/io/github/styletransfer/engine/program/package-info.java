/**
 * What a graph computes, as a list of convolutions, pooling layers, Gram matrices and squared
 * errors: the intermediate form between a SameDiff graph and a plan.
 */
@NullMarked
package io.github.styletransfer.engine.program;

import org.jspecify.annotations.NullMarked;
