package io.github.styletransfer.engine.onednn.device;

/**
 * One action, ready to run.
 *
 * @param name what is done, and on which layer
 * @param kernel oneDNN's name of the kernel, or "java"
 * @param work does it
 */
public record Step(String name, String kernel, Runnable work) {
  /** The kernel of steps that are written in Java. */
  static final String JAVA = "java";

  /** A step that is written in Java. */
  public static Step java(String name, Runnable work) {
    return new Step(name, JAVA, work);
  }
}
