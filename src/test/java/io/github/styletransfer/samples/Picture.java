package io.github.styletransfer.samples;

/** A sample that can be painted. */
interface Picture {
  Canvas paint();
}
