package io.github.styletransfer.network;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a network file, found where the file's path is not known. */
public final class NetworkFault extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_DETAIL = 120;

  private final Remedy remedy;

  /**
   * Describes a fault.
   *
   * @param what to follow the file's name, without a full stop
   */
  public NetworkFault(String what, Remedy remedy) {
    super(what);
    this.remedy = remedy;
  }

  /** Content that is not the network's. */
  public static NetworkFault unexpected(String what) {
    return new NetworkFault(what, Remedy.DOWNLOAD);
  }

  /**
   * Whatever reading broke off with.
   *
   * @param where the part of the file that was being read
   * @return the fault that is this failure or its cause, or one that calls the file damaged
   */
  public static NetworkFault of(Throwable failure, String where) {
    Throwable root = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof NetworkFault fault) {
        return fault;
      }
      root = t;
    }
    String detail =
        Optional.ofNullable(root.getMessage())
            .map(message -> printable(message, LONGEST_DETAIL))
            .orElse("it can't be read any further");
    NetworkFault fault =
        new NetworkFault("is damaged " + where + " (" + detail + ")", Remedy.DOWNLOAD_AGAIN);
    fault.initCause(failure);
    return fault;
  }

  /** What a file says, made fit for a message: no control characters, not too long. */
  public static String printable(String text, int longest) {
    String visible = text.replaceAll("[^\\x20-\\x7e]+", "?").strip();
    return visible.length() <= longest ? visible : visible.substring(0, longest) + "...";
  }

  /**
   * A sentence that says what is wrong and one or more that say what to do.
   *
   * @param network that should have been in the file
   */
  public String sentences(PublishedNetwork network) {
    return getMessage() + ". " + remedy.text(network);
  }

  @Override
  public String getMessage() {
    @Nullable String what = super.getMessage();
    return what == null ? "" : what;
  }
}
