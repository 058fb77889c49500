/**
 * The terms of the total loss (Gatys, Ecker and Bethge, "Image Style Transfer Using Convolutional
 * Neural Networks", CVPR 2016), each a class that adds itself to a graph.
 */
@NullMarked
package io.github.styletransfer.model.loss;

import org.jspecify.annotations.NullMarked;
