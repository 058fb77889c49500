/** The values of losses: a total, and the terms that it is the sum of, by name. */
@NullMarked
package io.github.styletransfer.loss;

import org.jspecify.annotations.NullMarked;
