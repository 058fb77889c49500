/**
 * What a person at a terminal sees while the program works: bars, log lines, and how much is
 * logged.
 */
@NullMarked
package io.github.styletransfer.console;

import org.jspecify.annotations.NullMarked;
