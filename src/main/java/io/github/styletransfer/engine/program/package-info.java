/**
 * A graph of {@link io.github.styletransfer.model} as a short list of what has to be computed:
 * convolutions with their rectifiers, pooling, borders, Gram matrices and squared errors. It is
 * read off the SameDiff graph, which remains the only definition of the model; a graph that says
 * anything else is refused.
 */
@NullMarked
package io.github.styletransfer.engine.program;

import org.jspecify.annotations.NullMarked;
