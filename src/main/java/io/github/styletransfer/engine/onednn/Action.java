package io.github.styletransfer.engine.onednn;

import java.util.List;

/** What a step will do, before its buffers have their places. */
interface Action {
  /** For a profile: what is done, and on which layer. */
  String name();

  /** The buffers that are read or written. */
  List<Buffer> buffers();

  /** Makes the step; buffers have their places by now. */
  Step compile(Device device);
}
