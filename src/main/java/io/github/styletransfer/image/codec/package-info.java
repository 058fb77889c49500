/**
 * Decodes the compressed pictures in the files of phones and browsers (HEVC, AV1, JPEG 2000) with
 * FFmpeg's libavcodec. Files come from anywhere, and native code that fails takes its process down:
 * so {@link CodecProcess} has them decoded in a process of their own, which has its libraries
 * loaded only when there is such a file. This process reads what comes of it as rows of samples.
 */
@NullMarked
package io.github.styletransfer.image.codec;

import org.jspecify.annotations.NullMarked;
