package io.github.styletransfer.cli;

import java.util.OptionalInt;

/**
 * How many sizes a run goes through.
 *
 * @param count empty for as many as there are
 */
record SizeCount(OptionalInt count) {}
