package io.github.styletransfer.engine;

/**
 * What runs a graph.
 *
 * @param name as records have it, such as {@code onednn}
 * @param precision that it computes in
 */
public record Executor(String name, Precision precision) {}
