/**
 * The feature network as data, and its loader.
 *
 * <p>{@link io.github.styletransfer.network.Vgg19} holds the layers of VGG-19 up to {@code pool5}
 * (Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition",
 * ICLR 2015) with their weights as ND4J arrays, and the mean pixel that the network takes off its
 * images. {@link io.github.styletransfer.network.VggLoader} reads them from {@code
 * imagenet-vgg-verydeep-19.mat}, the MATLAB 5 file that the MatConvNet project publishes. Several
 * builds of that file are in use; their structs differ in the order and number of fields, so that
 * every field is looked up by name. The MFL library reads the file's elements. It would read a
 * variable as a whole, and nine tenths of this one are fully connected layers that are of no use
 * here: the loader takes the layers out of MFL's hands one by one, converts each and stops after
 * the last that is wanted.
 *
 * <p>Users give all sorts of files under this name. Whatever is wrong with one, the answer is a
 * {@link io.github.styletransfer.network.NetworkFileException} that says what the file is, soon and
 * without much memory taken.
 */
@NullMarked
package io.github.styletransfer.network;

import org.jspecify.annotations.NullMarked;
