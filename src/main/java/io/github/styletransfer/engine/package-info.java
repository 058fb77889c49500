/**
 * Evaluates the graphs of {@link io.github.styletransfer.model}: losses and the gradient of the
 * total loss with respect to the image. Callers know the interfaces {@link
 * io.github.styletransfer.engine.Engine} and {@link io.github.styletransfer.engine.EngineFactory}
 * only; the executor behind them can be exchanged.
 */
@NullMarked
package io.github.styletransfer.engine;

import org.jspecify.annotations.NullMarked;
