package io.github.styletransfer.run;

/** What is made of the state that an earlier run has left. */
public enum Resume {
  /** Nothing: the run begins at the beginning. */
  NEVER,
  /** The run goes on from it; if it belongs to another run, nothing is done. */
  OR_REFUSE,
  /** The run goes on from it if it is its own, and otherwise begins at the beginning. */
  IF_SAME
}
