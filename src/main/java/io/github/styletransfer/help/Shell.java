package io.github.styletransfer.help;

/** The shells that command lines are completed in. */
public enum Shell {
  /** GNU bash, 4 or newer. */
  BASH("bash"),
  /** The Z shell. */
  ZSH("zsh"),
  /** The friendly interactive shell. */
  FISH("fish");

  private final String title;

  Shell(String title) {
    this.title = title;
  }

  /** Its name. */
  @Override
  public String toString() {
    return title;
  }
}
