package io.github.styletransfer.job;

/** Whose colours the painting has when its style is looked at. */
public enum StyleColors {
  /** Its own. */
  PAINTING,
  /** The photo's. */
  PHOTO
}
