package io.github.styletransfer.console;

/**
 * The size of a terminal's window; 0 for what isn't known.
 *
 * @param columns of characters
 * @param rows of characters
 * @param width in pixels
 * @param height in pixels
 */
public record WindowSize(int columns, int rows, int width, int height) {}
