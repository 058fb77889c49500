package io.github.styletransfer.engine.onednn;

import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/** Whether oneDNN is there, and what the processor offers it. */
public final class OneDnn {
  /** The bit of oneDNN's names of instruction sets that stands for bfloat16 in AVX-512. */
  private static final int AVX512_BFLOAT16_BIT = 0x80;

  private OneDnn() {}

  /** Loads the natives; what keeps them from loading, if anything. */
  public static Optional<String> fault() {
    try {
      Loader.load(dnnl.class);
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Whether the processor computes in bfloat16 itself; otherwise oneDNN would imitate it. */
  public static boolean hasBfloat16() {
    dnnl.cpu_isa instructions = dnnl.get_effective_cpu_isa();
    return instructions == dnnl.cpu_isa.avx2_vnni_2
        || (instructions.value & AVX512_BFLOAT16_BIT) != 0;
  }
}
