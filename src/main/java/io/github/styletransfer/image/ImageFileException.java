package io.github.styletransfer.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An image file that can't be used. The message is for the user: it names the file, says what is
 * wrong with it and what to do.
 */
public final class ImageFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  /**
   * A fault of a file.
   *
   * @param file the file, or the name it goes by
   * @param problem what is wrong with it and what to do: the rest of a sentence that begins with
   *     the file, and more sentences
   */
  public ImageFileException(Object file, String problem, @Nullable Throwable cause) {
    super(file + " " + problem, cause);
    this.problem = problem;
  }

  /** The same fault of an image that goes by another name than its file's. */
  public ImageFileException about(String name) {
    return new ImageFileException(name, problem, this);
  }
}
