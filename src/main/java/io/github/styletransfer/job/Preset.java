package io.github.styletransfer.job;

/** A record of settings for VGG-19, of which single ones can be changed. */
public enum Preset {
  /** The original program's arithmetic. */
  ORIGINAL,

  /** The best picture for the time it takes. */
  FINE
}
