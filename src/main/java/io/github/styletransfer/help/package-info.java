/**
 * What is said about commands and options: help on the terminal, man pages, and the scripts by
 * which shells complete command lines. All is made of picocli's model of the commands.
 */
@NullMarked
package io.github.styletransfer.help;

import org.jspecify.annotations.NullMarked;
