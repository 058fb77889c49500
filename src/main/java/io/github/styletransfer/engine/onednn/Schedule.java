package io.github.styletransfer.engine.onednn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The actions of a plan in their order; the buffers' lifetimes follow from it. */
final class Schedule {
  private final List<Action> actions = new ArrayList<>();
  private final Set<Buffer> buffers = new LinkedHashSet<>();

  void add(Action action) {
    for (Buffer buffer : action.buffers()) {
      buffer.usedAt(actions.size());
      buffers.add(buffer);
    }
    actions.add(action);
  }

  /** Keeps a buffer's content from before the first action to after the last one so far. */
  void keep(Buffer buffer) {
    buffer.usedAt(0);
    buffer.usedAt(Math.max(0, actions.size() - 1));
    buffers.add(buffer);
  }

  /** Places all buffers; returns the size of the arena in bytes. */
  long lay() {
    return Arena.lay(buffers);
  }

  List<Action> actions() {
    return List.copyOf(actions);
  }
}
