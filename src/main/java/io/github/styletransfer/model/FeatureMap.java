package io.github.styletransfer.model;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One layer's activations as a variable of the graph.
 *
 * @param variable float or double, NHWC: [1, height, width, channels]
 * @param size height, width and channels
 */
public record FeatureMap(SDVariable variable, FeatureSize size) {}
