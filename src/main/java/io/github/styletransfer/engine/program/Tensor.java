package io.github.styletransfer.engine.program;

import io.github.styletransfer.network.FeatureSize;

/**
 * The image or a layer's feature maps: one array, NHWC [1, height, width, channels].
 *
 * @param index in the order of computation, from 0 for the image
 * @param name of the graph's variable
 * @param size height, width and channels
 */
public record Tensor(int index, String name, FeatureSize size) {}
