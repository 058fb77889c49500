/**
 * What a feature network is: it adds the feature maps of its layers to a graph, and says how far
 * they look. What is wrong with a network's file is said here too, in words for users.
 */
@NullMarked
package io.github.styletransfer.network;

import org.jspecify.annotations.NullMarked;
