/**
 * What a run leaves in files beside its result: losses, checkpoints, the record of the run, and the
 * state that it can be resumed from. A job's identity tells whose records these are.
 */
@NullMarked
package io.github.styletransfer.record;

import org.jspecify.annotations.NullMarked;
