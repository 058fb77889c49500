package io.github.styletransfer.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * A job of a batch, before its options are looked at.
 *
 * @param place where it is written, such as {@code jobs.csv, line 3}; empty for the command line
 * @param content the photo
 * @param style the painting or paintings, as {@code --style} names them
 * @param output the result
 * @param options of this job alone, by their long names without dashes
 */
record BatchRow(
    String place, Path content, String style, Path output, Map<String, String> options) {}
