package io.github.styletransfer.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The actions of a plan in their order; the buffers' lifetimes follow from it. */
public final class Schedule {
  private final List<Action> actions = new ArrayList<>();
  private final Set<Buffer> buffers = new LinkedHashSet<>();

  /** A schedule without actions. */
  public Schedule() {}

  /** Adds an action after all others. */
  public void add(Action action) {
    for (Buffer buffer : action.buffers()) {
      buffer.usedAt(actions.size());
      buffers.add(buffer.whole());
    }
    actions.add(action);
  }

  /** How many actions there are so far. */
  int size() {
    return actions.size();
  }

  /** Keeps a buffer's content from before the first action to after the last one so far. */
  public void keep(Buffer buffer) {
    buffer.usedAt(0);
    buffer.usedAt(Math.max(0, actions.size() - 1));
    buffers.add(buffer.whole());
  }

  /** Places all buffers; returns the size of the arena in bytes. */
  public long lay() {
    return Arena.lay(buffers);
  }

  /** All actions, in order. */
  public List<Action> actions() {
    return List.copyOf(actions);
  }
}
