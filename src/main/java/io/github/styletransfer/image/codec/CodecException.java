package io.github.styletransfer.image.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A picture that can't be decoded. */
public final class CodecException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kind of thing is in the way. */
  public enum Reason {
    /** The picture's bytes are wrong or incomplete. */
    DAMAGED,
    /** The picture is sound, but of a kind that the decoder doesn't know. */
    UNSUPPORTED,
    /** There is too little memory for it. */
    MEMORY,
    /** It is larger than it may be. */
    TOO_LARGE,
    /** It took too long. */
    TIME,
    /** The decoder ended without a word. */
    CRASH,
    /** There is no decoder for this system, or it can't be loaded. */
    NO_DECODER
  }

  private final Reason reason;

  CodecException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What kind of thing is in the way. */
  public Reason reason() {
    return reason;
  }
}
