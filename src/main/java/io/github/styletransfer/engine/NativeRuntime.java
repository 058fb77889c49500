package io.github.styletransfer.engine;

import java.lang.management.ManagementFactory;

/** Settings that ND4J's native side reads once, when it is first used. */
public final class NativeRuntime {
  /** The rest is for the Java heap, the libraries and the system. */
  private static final double SHARE_FOR_ARRAYS = 0.85;

  private NativeRuntime() {}

  /**
   * Lets native arrays take most of the memory that the machine (or container) has, instead of as
   * much as the Java heap may, and keeps start-up messages quiet. OpenMP's threads sleep while they
   * wait: by default they spin, in the way of OpenBLAS's, of Java's and of other programs', and
   * small operations take several times as long. Values set on the Java command line or in the
   * environment stay. To be called before ND4J is first used.
   */
  public static void configure() {
    setDefault("org.bytedeco.javacpp.maxbytes", Long.toString(memoryForArrays()));
    setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
    setDefault("org.bytedeco.javacpp.logger", "slf4j");
    setDefault("org.nd4j.log.initialization", "false");
    NativeEnvironment.setDefault("OMP_WAIT_POLICY", "passive");
  }

  /** The memory of the machine or container in bytes, as far as arrays may take it. */
  public static long memoryForArrays() {
    return Math.round(SHARE_FOR_ARRAYS * physicalMemory());
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
