package io.github.styletransfer.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * When an action of a plan by strips is taken.
 *
 * @param phase in which part of an evaluation
 * @param rows of a tensor; the action is left out in strips without any of them. Null for none
 */
public record StripStep(Phase phase, @Nullable StripRows rows) {
  /** A part of an evaluation. */
  public enum Phase {
    /** Once, before all strips. */
    SUMS_BEGIN,
    /** Before the first strip of either pass. */
    PASS_BEGIN,
    /** In each strip of either pass. */
    FORWARD,
    /** In each strip of the first pass. */
    SUMS,
    /** At the end of each strip of the first pass. */
    SUMS_END,
    /** Once, between the passes. */
    MATRICES,
    /** In each strip of the second pass. */
    BACKWARD
  }

  /** Whether the action is taken in a strip. */
  public boolean matters(int strip) {
    return rows == null || rows.matter(strip);
  }
}
