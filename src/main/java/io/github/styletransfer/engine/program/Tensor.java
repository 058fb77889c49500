package io.github.styletransfer.engine.program;

/**
 * The image, a layer's feature maps or a matrix: one array, NHWC [images, height, width, channels].
 *
 * @param index in the order of computation, from 0 for the image
 * @param name of the graph's variable
 * @param size images, height, width and channels
 */
public record Tensor(int index, String name, TensorSize size) {}
