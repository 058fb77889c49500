package io.github.styletransfer.region;

/** An image that is no mask. The message goes on where the image's name ends. */
public final class MaskException extends Exception {
  private static final long serialVersionUID = 1L;

  MaskException(String what) {
    super(what);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
