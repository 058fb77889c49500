package io.github.styletransfer.run;

/** How much a run leaves in its log folder. */
public enum RecordKeeping {
  /** Everything: charts, TensorBoard's events, and a state that can be continued from. */
  FULL,
  /** losses.csv and run.json, and a state only until the run is finished. */
  LEAN
}
