package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Presets, and the options that change them. */
class PresetRunTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.ODD_AVG;

  @Test
  void originalIsThePresetOfNoOption() throws Exception {
    assertThat(options("--preset=original", "--seed=1")).isEqualTo(options("--seed=1"));
    assertThat(options("--seed=1"))
        .doesNotContainKeys("padding", "style-loss", "tv-neighbors", "resampling", "size-ratio")
        .containsEntry("kernel-layout", "wh");
  }

  @Test
  void fineIsRecordedAsItsSettings() throws Exception {
    assertThat(options("--preset=fine"))
        .containsEntry("init", "content")
        .containsEntry("resampling", "cubic")
        .containsEntry("kernel-layout", "hw")
        .containsEntry("padding", "replicate")
        .containsEntry("style-loss", "wasserstein")
        .containsEntry("tv-neighbors", "8")
        .containsEntry("content-weight", "2.0")
        .containsEntry("optimizer", "lbfgs")
        .containsEntry("iterations", "60,20,150")
        .containsEntry("learning-rate", "6.0")
        .containsEntry("average", "0.9")
        .containsEntry("sizes", "auto")
        .doesNotContainKey("preset");
  }

  @Test
  void aNamedOneStandsInTitles() throws Exception {
    assertThat(title("--preset=fine")).isEqualTo("VGG-19, fine, L-BFGS");
    assertThat(title("--preset=original")).isEqualTo("VGG-19, original, Adam");
    assertThat(title()).isEqualTo("VGG-19, Adam");
    assertThat(title("--network=wavelet", "--preset=fine")).isEqualTo("wavelets, L-BFGS");
  }

  private String title(String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of(Program.goldenArgs(GOLDEN, "--output=o.png")));
    args.addAll(List.of(more));
    return program.job(args.toArray(String[]::new)).method().title();
  }

  @Test
  void anyOptionChangesOneSettingOfAPreset() throws Exception {
    Map<String, String> fine = options("--preset=fine");

    Map<String, String> changed = options("--preset=fine", "--padding=zero", "--iterations=5");

    assertThat(changed).doesNotContainKey("padding").containsEntry("iterations", "5");
    fine.keySet()
        .removeAll(
            List.of(
                "padding", "iterations", "learning-rate", "beta1", "beta2", "epsilon", "average"));
    assertThat(changed).containsAllEntriesOf(fine);
  }

  @Test
  void strengthIsAWeightOfThePhoto() throws Exception {
    assertThat(options("--seed=1", "--strength=60")).containsEntry("content-weight", "2.5");
    assertThat(options("--preset=fine", "--strength=40")).containsEntry("content-weight", "4.0");
    assertThat(options("--method=patches", "--strength=30"))
        .containsEntry("content-strength", "48");
    assertThat(options("--preset=fine", "--strength=0", "--content-weight=7"))
        .containsEntry("content-weight", "7.0");
  }

  @Test
  void strengthIsFrom0To100() {
    run("--strength=101");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith("style-transfer: --strength must be from 0 to 100, not 101\n");
  }

  @Test
  void finePaintsAndIsRepeatedFromItsRecord() throws Exception {
    run("--preset=fine", "--iterations=2,1,2", "--checkpoints=0");
    assertThat(program.err()).isEmpty();

    program.run("rerun", folder.resolve("logs/o.png").toString());
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void anImageToStartFromIsRefinedAtTheResultsOwnSize() throws Exception {
    assertThat(options("--preset=fine", "--init=" + GOLDEN.file("init.png")))
        .containsEntry("sizes", "1");
    assertThat(options("--preset=fine", "--sizes=3", "--init=" + GOLDEN.file("init.png")))
        .containsEntry("sizes", "3");
  }

  @Test
  void otherNetworksCompareStylesInTheirOwnWay() throws Exception {
    assertThat(options("--network=wavelet", "--style-loss=wasserstein", "--preset=fine"))
        .isEqualTo(options("--network=wavelet"));
  }

  @Test
  void tooManyIterationsAreRefused() {
    run("--preset=fine", "--iterations=1,2000000000");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err())
        .startsWith("style-transfer: all iterations together must be at most 2147483647, not ");
  }

  private Map<String, String> options(String... more) throws Exception {
    return new LinkedHashMap<>(program.job(args(more)).options());
  }

  private void run(String... more) {
    program.run(args(more));
  }

  private static String[] args(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--content=" + GOLDEN.file("content.png"),
                "--style=" + GOLDEN.file("style.png"),
                "--output=o.png"));
    if (Stream.of(more)
        .noneMatch(given -> given.equals("--method=patches") || given.startsWith("--network="))) {
      args.add("--network=" + GOLDEN.file("network.mat"));
    }
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }
}
