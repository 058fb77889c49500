/** The built-in network: rectified wavelets on the levels of a pyramid, without trained weights. */
@NullMarked
package io.github.styletransfer.network.wavelet;

import org.jspecify.annotations.NullMarked;
