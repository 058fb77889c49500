package io.github.styletransfer.image.codec;

/** What a {@link VideoEncoder} makes. */
public enum VideoKind {
  /** H.264, a packet for each frame, in the form of Annex B. */
  H264("libopenh264"),
  /** An animated WebP file, a single packet at the end. */
  WEBP("libwebp_anim");

  private final String encoder;

  VideoKind(String encoder) {
    this.encoder = encoder;
  }

  /** FFmpeg's name of the encoder. */
  String encoder() {
    return encoder;
  }
}
