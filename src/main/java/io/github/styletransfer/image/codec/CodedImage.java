package io.github.styletransfer.image.codec;

import java.util.List;
import java.util.Optional;

/**
 * A compressed picture in a file.
 *
 * @param codec that it is compressed by
 * @param configuration where the decoder's configuration is (hvcC, av1C, avcC), if there is one
 * @param data where the picture is, in pieces to be joined
 * @param encoding of its samples, if the file says more of it than the picture
 */
public record CodedImage(
    Codec codec,
    Optional<ByteRange> configuration,
    List<ByteRange> data,
    Optional<YuvEncoding> encoding) {}
