/** Steps on oneDNN: one class for each kind of action, and the plan that is compiled of them. */
@NullMarked
package io.github.styletransfer.engine.onednn.operation;

import org.jspecify.annotations.NullMarked;
