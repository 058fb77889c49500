/** Writes a run's losses and images as events that TensorBoard reads. */
@NullMarked
package io.github.styletransfer.tensorboard;

import org.jspecify.annotations.NullMarked;
