package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.styletransfer.GoldenCase;
import io.github.styletransfer.engine.Executor;
import io.github.styletransfer.engine.Precision;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.record.InputDigests;
import io.github.styletransfer.record.JobIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** Which options of the main command decide the result, so that a job isn't resumed with others. */
class DecidingOptionsTest extends ProgramFixture {
  private static final GoldenCase GOLDEN = GoldenCase.EVEN_MAX;
  private static final GoldenCase OTHER = GoldenCase.ODD_AVG;

  /** An argument for each, which changes that option alone. */
  private static final List<String> DECIDING =
      List.of(
          "--content=" + OTHER.file("content.png"),
          "--style=" + OTHER.file("style.png"),
          "--content-mask=" + OTHER.file("content.png"),
          "--style-mask=" + OTHER.file("style.png"),
          "--size=48",
          "--init=content",
          "--seed=2",
          "--style-scale=2",
          "--match-colors",
          "--style-colors=photo",
          "--keep-colors",
          "--where=" + OTHER.file("style.png"),
          "--strength=70",
          "--quality=90",
          "--chroma=4:2:0",
          "--depth=16",
          "--profile=keep",
          "--alpha=keep",
          "--strip-metadata",
          "--resampling=cubic",
          "--preset=fine",
          "--network=" + OTHER.file("network.mat"),
          "--kernel-layout=hw",
          "--pooling=avg",
          "--padding=replicate",
          "--style-loss=wasserstein",
          "--tv-neighbors=8",
          "--content-layers=relu1_1",
          "--style-layers=relu1_1",
          "--content-weight=1",
          "--style-weight=1",
          "--tv-weight=1",
          "--optimizer=lbfgs",
          "--iterations=7",
          "--sizes=2",
          "--size-ratio=1.5",
          "--more-iterations=3",
          "--learning-rate=1",
          "--beta1=0.5",
          "--beta2=0.5",
          "--epsilon=1",
          "--average=0.5",
          "--history=3",
          "--stop-when=0.1%/50",
          "--engine=samediff",
          "--precision=bfloat16",
          "--threads=77",
          "--method=patches");

  /** The same where the method is patches. */
  private static final List<String> DECIDING_FOR_PATCHES =
      List.of(
          "--content=" + OTHER.file("content.png"),
          "--style=" + OTHER.file("style.png"),
          "--content-mask=" + OTHER.file("content.png"),
          "--style-mask=" + OTHER.file("style.png"),
          "--size=48",
          "--seed=2",
          "--style-colors=photo",
          "--keep-colors",
          "--where=" + OTHER.file("style.png"),
          "--strength=70",
          "--quality=90",
          "--chroma=4:2:0",
          "--depth=16",
          "--profile=keep",
          "--alpha=keep",
          "--strip-metadata",
          "--content-strength=1",
          "--finest-patch=7",
          "--style-scale=2",
          "--no-finish",
          "--sizes=2");

  /** Patches don't care how many there are. */
  private static final String THREADS = "--threads=77";

  private static final String PATCHES = "--method=patches";

  /** The same for those by which a result is the same to the byte. */
  private static final List<String> NOT_DECIDING =
      List.of(
          "--output=other.png",
          "--no-overwrite",
          "--max-pixels=5000",
          "--memory=3g",
          "--checkpoints=3",
          "--log-dir=elsewhere",
          "--save-state-every=1h",
          "--resume",
          "--progress=none",
          "--preview=0",
          "--show=blocks",
          "--open",
          "--timelapse=o.gif",
          "--verbose",
          "--quiet",
          "--config=none");

  private static final Set<String> WITHOUT_A_RUN =
      Set.of("--help", "--help-all", "--dry-run", "--version");

  static List<String> deciding() {
    return DECIDING;
  }

  static List<String> decidingForPatches() {
    return DECIDING_FOR_PATCHES;
  }

  static List<String> notDeciding() {
    return NOT_DECIDING;
  }

  static Stream<String> all() {
    return Stream.concat(DECIDING.stream(), NOT_DECIDING.stream());
  }

  @Test
  void areKnownForAllOptions() {
    List<String> known = new ArrayList<>(WITHOUT_A_RUN);
    Stream.concat(all(), DECIDING_FOR_PATCHES.stream())
        .map(DecidingOptionsTest::name)
        .distinct()
        .forEach(known::add);

    assertThat(program.commandLine().getCommandSpec().options())
        .extracting(OptionSpec::longestName)
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @MethodSource("deciding")
  void makeItAnotherJob(String argument) throws Exception {
    assertThat(deciding(job(argument))).isNotEqualTo(deciding(job(baseOf(argument))));
  }

  @ParameterizedTest
  @MethodSource("decidingForPatches")
  void makeItAnotherJobForPatches(String argument) throws Exception {
    assertThat(deciding(job(PATCHES, argument))).isNotEqualTo(deciding(job(PATCHES)));
  }

  @Test
  void threadsMakeItNoOtherJobForPatches() throws Exception {
    assertThat(deciding(job(PATCHES, THREADS))).isEqualTo(deciding(job(PATCHES)));
  }

  static Stream<String> ofNetworksAlone() {
    List<String> shared =
        Stream.concat(DECIDING_FOR_PATCHES.stream(), Stream.of(THREADS))
            .map(DecidingOptionsTest::name)
            .toList();
    return all().filter(argument -> !shared.contains(name(argument)));
  }

  @ParameterizedTest
  @MethodSource("ofNetworksAlone")
  void areNoneOfTheNetworksForPatches(String argument) throws Exception {
    assertThat(deciding(job(PATCHES, argument))).isEqualTo(deciding(job(PATCHES)));
  }

  @ParameterizedTest
  @MethodSource("decidingForPatches")
  void areRecordedForPatchesSoThatTheyAskForTheSameJobAgain(String argument) throws Exception {
    TransferJob job = job(PATCHES, argument);

    assertThat(program.job(recorded(job)).options()).isEqualTo(job.options());
    assertThat(deciding(program.job(recorded(job)))).isEqualTo(deciding(job));
  }

  @ParameterizedTest
  @MethodSource("notDeciding")
  void areNoneOfTheOthers(String argument) throws Exception {
    assertThat(deciding(job(argument))).isEqualTo(deciding(job()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void areRecordedSoThatTheyAskForTheSameJobAgain(String argument) throws Exception {
    TransferJob job = job(argument);

    assertThat(program.job(recorded(job)).options()).isEqualTo(job.options());
    assertThat(deciding(program.job(recorded(job)))).isEqualTo(deciding(job));
  }

  private static String[] recorded(TransferJob job) {
    return job.options().entrySet().stream()
        .map(option -> "--" + option.getKey() + "=" + option.getValue())
        .toArray(String[]::new);
  }

  private TransferJob job(String... more) throws Exception {
    Map<String, String> args = new TreeMap<>();
    Stream.concat(
            Stream.of(
                Program.goldenArgs(
                    GOLDEN, "--output=o.png", "--init=noise", "--seed=1", "--threads=2")),
            Stream.of(more))
        .forEach(arg -> args.put(name(arg), arg));
    if (args.containsKey("--content-mask") || args.containsKey("--style-mask")) {
      args.putIfAbsent("--content-mask", "--content-mask=" + GOLDEN.file("content.png"));
      args.putIfAbsent("--style-mask", "--style-mask=" + GOLDEN.file("style.png"));
    }
    if (args.containsKey("--history")) {
      args.put("--optimizer", "--optimizer=lbfgs");
    }
    return program.job(args.values().toArray(String[]::new));
  }

  /**
   * What an argument is compared with: an option that only one optimiser has needs that one, and a
   * mask another one.
   */
  private static String[] baseOf(String argument) {
    if (argument.startsWith("--content-mask") || argument.startsWith("--style-mask")) {
      return new String[] {"--content-mask=" + GOLDEN.file("content.png")};
    }
    return argument.startsWith("--history") ? new String[] {"--history=10"} : new String[0];
  }

  private static Map<String, String> deciding(TransferJob job) throws Exception {
    return JobIdentity.of(
            job, new Executor("onednn", Precision.FLOAT32).names(), new InputDigests())
        .deciding();
  }

  private static String name(String argument) {
    return argument.replaceFirst("=.*", "").replaceFirst("^--no-", "--");
  }
}
