/**
 * What a run leaves behind beside its result: the record of its losses and its checkpoint images.
 */
@NullMarked
package io.github.styletransfer.report;

import org.jspecify.annotations.NullMarked;
