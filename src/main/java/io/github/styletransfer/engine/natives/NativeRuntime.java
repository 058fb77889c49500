package io.github.styletransfer.engine.natives;

import java.lang.management.ManagementFactory;

/** Settings that ND4J's native side reads once, when it is first used. */
public final class NativeRuntime {
  /** The rest is for the system. */
  private static final double SHARE_OF_MEMORY = 0.85;

  /** Less than a millisecond, so that a thread is still awake when the next operation begins. */
  private static final String SPINS = "30000";

  private NativeRuntime() {}

  /**
   * Lets native arrays take most of the memory that the machine (or container) has, instead of as
   * much as the Java heap may, and keeps start-up messages quiet. Values set on the Java command
   * line or in the environment stay. To be called before ND4J is first used.
   */
  public static void configure() {
    setDefault(
        "org.bytedeco.javacpp.maxbytes",
        Long.toString(Math.round(SHARE_OF_MEMORY * physicalMemory())));
    setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
    setDefault("org.bytedeco.javacpp.logger", "slf4j");
    setDefault("org.nd4j.log.initialization", "false");
  }

  /**
   * Keeps Java from warning, once in each process, that a library calls {@code sun.misc.Unsafe}. To
   * be called before any does.
   */
  public static void muteWarnings() {
    UnsafeWarning.mute();
  }

  /**
   * Sets the number of threads that compute. OpenMP's soon sleep while they wait: by default they
   * spin, in the way of OpenBLAS's, of Java's and of other programs', and small operations take
   * several times as long. To be called before ND4J, oneDNN and Java's common pool are first used;
   * it takes a quarter of a second.
   */
  public static void useThreads(int threads) {
    System.setProperty(
        "java.util.concurrent.ForkJoinPool.common.parallelism", Integer.toString(threads - 1));
    NativeEnvironment.set("OMP_NUM_THREADS", Integer.toString(threads));
    NativeEnvironment.setDefault("OMP_WAIT_POLICY", "passive");
    NativeEnvironment.setDefault("GOMP_SPINCOUNT", SPINS);
  }

  /**
   * A share of the memory that is free now, or soon could be, in bytes; on a machine that tells the
   * size of its memory alone, a share of that.
   */
  public static long availableMemory() {
    long physical = Math.round(SHARE_OF_MEMORY * physicalMemory());
    return FreeMemory.usable().stream().reduce(physical, Math::min);
  }

  private static long physicalMemory() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
