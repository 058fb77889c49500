/**
 * The definition of what is computed: the SameDiff graph of the feature network and of the losses
 * on its feature maps (Gatys, Ecker and Bethge, "Image Style Transfer Using Convolutional Neural
 * Networks", CVPR 2016). Everything that evaluates a loss or a gradient takes its graph from here.
 */
@NullMarked
package io.github.styletransfer.model;

import org.jspecify.annotations.NullMarked;
