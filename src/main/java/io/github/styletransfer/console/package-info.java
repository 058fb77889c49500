/**
 * What a person at a terminal sees while the program works: bars, lines of the log, and how much of
 * it is shown.
 */
@NullMarked
package io.github.styletransfer.console;

import org.jspecify.annotations.NullMarked;
