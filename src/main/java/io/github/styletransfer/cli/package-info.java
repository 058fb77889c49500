/**
 * The command line: options and their defaults, where files are looked up, messages and exit codes.
 */
@NullMarked
package io.github.styletransfer.cli;

import org.jspecify.annotations.NullMarked;
