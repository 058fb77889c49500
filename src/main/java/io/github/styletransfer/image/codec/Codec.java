package io.github.styletransfer.image.codec;

/** A way to compress a picture, for which there is a decoder. */
public enum Codec {
  /** ITU-T H.265, of HEIC files. */
  HEVC,
  /** AV1, of AVIF files. */
  AV1,
  /** ITU-T H.264, of some HEIF files. */
  AVC,
  /** JPEG, of some HEIF files. */
  JPEG,
  /** JPEG 2000, on its own or in HEIF files. */
  JPEG_2000,
  /** A WebP file as a whole, of one picture. */
  WEBP
}
