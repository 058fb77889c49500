package io.github.styletransfer.engine;

import io.github.styletransfer.engine.onednn.OneDnnEngineFactory;
import io.github.styletransfer.engine.samediff.SameDiffEngineFactory;

/** The engines that compute in float32. */
enum Engines {
  SAMEDIFF,
  ONEDNN;

  EngineFactory factory() {
    EngineFactory sameDiff = new SameDiffEngineFactory();
    return switch (this) {
      case SAMEDIFF -> sameDiff;
      case ONEDNN -> new OneDnnEngineFactory(Precision.FLOAT32, Long.MAX_VALUE, sameDiff);
    };
  }
}
