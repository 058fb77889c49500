/**
 * Evaluates the model's graphs: what an engine is, whoever it is. Each executor is a package inside
 * this one.
 */
@NullMarked
package io.github.styletransfer.engine;

import org.jspecify.annotations.NullMarked;
