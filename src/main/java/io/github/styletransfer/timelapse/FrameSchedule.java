package io.github.styletransfer.timelapse;

import java.util.BitSet;

/**
 * The iterations after which a run's image becomes a frame: more of them early, when most changes.
 */
final class FrameSchedule {
  /** The most frames of a video. */
  static final int MOST_FRAMES = 150;

  private static final double BEND = 1.5;

  private final BitSet due = new BitSet();

  /**
   * That of a run.
   *
   * @param iterations 1 or more
   */
  FrameSchedule(int iterations) {
    int frames = Math.min(iterations, MOST_FRAMES);
    int before = -1;
    for (int i = 0; i < frames; i++) {
      double part = frames == 1 ? 0 : (double) i / (frames - 1);
      int iteration = (int) Math.round((iterations - 1) * Math.pow(part, BEND));
      before = Math.max(before + 1, iteration);
      due.set(before);
    }
  }

  /** Whether a 0-based iteration leaves a frame. */
  boolean isDueAfter(int iteration) {
    return due.get(iteration);
  }
}
