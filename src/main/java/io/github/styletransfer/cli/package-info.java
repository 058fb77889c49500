/**
 * The command line: commands, options and configuration files, and messages about what is wrong.
 */
@NullMarked
package io.github.styletransfer.cli;

import org.jspecify.annotations.NullMarked;
