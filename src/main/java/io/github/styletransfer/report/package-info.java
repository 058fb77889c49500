/**
 * What a run leaves behind beside its result: the record of its losses and its checkpoint images,
 * as files of their own.
 */
@NullMarked
package io.github.styletransfer.report;

import org.jspecify.annotations.NullMarked;
