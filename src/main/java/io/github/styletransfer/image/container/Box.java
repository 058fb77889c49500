package io.github.styletransfer.image.container;

import io.github.styletransfer.image.codec.ByteRange;

/**
 * A box: bytes of a type.
 *
 * @param type four characters
 * @param content its bytes, without the header
 */
record Box(String type, ByteRange content) {}
