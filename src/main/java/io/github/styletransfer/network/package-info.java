/**
 * Feature networks as data: their layers with weights, the pixel value they expect to be
 * subtracted, and the loader of VGG-19 (Simonyan and Zisserman, "Very Deep Convolutional Networks
 * for Large-Scale Image Recognition", ICLR 2015) from the file that the MatConvNet project
 * publishes.
 */
@NullMarked
package io.github.styletransfer.network;

import org.jspecify.annotations.NullMarked;
