package io.github.styletransfer.fetch;

import java.io.IOException;

/**
 * A download that ended early. The message says what happened, without a full stop and without
 * advice, which depends on the calling program.
 */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** The kinds of failure, by what a user can do about them. */
  public enum Reason {
    /** An environment variable doesn't name a proxy. */
    PROXY_SETTING,
    /** No connection to the server or its proxy. */
    UNREACHABLE,
    /** The connection broke, or nothing was received for too long. */
    INTERRUPTED,
    /** The server is there and can't answer now. */
    BUSY,
    /** The server doesn't give the file. */
    REFUSED,
    /** A web page came instead of the file. */
    WEB_PAGE,
    /** The server's file has another length. */
    WRONG_SIZE,
    /** The complete file has another SHA-256. */
    WRONG_HASH,
    /** The file can't be written. */
    STORAGE,
    /** Another process is downloading the same file. */
    LOCKED
  }

  DownloadException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  DownloadException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The kind of failure. */
  public Reason reason() {
    return reason;
  }
}
