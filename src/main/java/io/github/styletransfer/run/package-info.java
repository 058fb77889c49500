/**
 * Does a job: reads its files, refuses what can't be done, runs it until it is done or stopped, and
 * writes the result and the records.
 */
@NullMarked
package io.github.styletransfer.run;

import org.jspecify.annotations.NullMarked;
