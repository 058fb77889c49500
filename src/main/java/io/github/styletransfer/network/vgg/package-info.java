/**
 * VGG-19 up to {@code pool5} (Simonyan and Zisserman, "Very Deep Convolutional Networks for
 * Large-Scale Image Recognition", ICLR 2015), and its loader.
 *
 * <p>{@link io.github.styletransfer.network.vgg.VggLoader} reads {@code
 * imagenet-vgg-verydeep-19.mat}, the MATLAB 5 file that the MatConvNet project publishes. Several
 * builds of that file are in use; their structs differ in the order and number of fields, so every
 * field is looked up by name. Nine tenths of the file are fully connected layers that are of no use
 * here: the loader converts layer by layer and stops after the last one that is wanted.
 *
 * <p>Users give all sorts of files under this name. Whatever is wrong with one, the answer is a
 * {@link io.github.styletransfer.network.NetworkFileException} that says what the file is, soon and
 * without much memory taken.
 */
@NullMarked
package io.github.styletransfer.network.vgg;

import org.jspecify.annotations.NullMarked;
