package io.github.styletransfer.cli;

import io.github.styletransfer.descent.InitialImage;
import io.github.styletransfer.image.write.OutputFormat;
import io.github.styletransfer.job.NetworkKind;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.StartOption;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.model.loss.ContentLoss;
import io.github.styletransfer.model.loss.LossSettings;
import io.github.styletransfer.model.loss.StyleLoss;
import io.github.styletransfer.optimize.AdamSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * Options on a command line that have no effect on its run. Those in configuration files are
 * ignored: a personal file may hold settings for all cases.
 */
final class IdleOptions {
  private static final String[] OF_PATCHES = {"--content-strength", "--finest-patch", "--finish"};

  private static final String[] OF_NETWORKS = {
    "--init",
    "--match-colors",
    "--resampling",
    "--preset",
    "--size-ratio",
    "--network",
    "--kernel-layout",
    "--pooling",
    "--padding",
    "--style-loss",
    "--tv-neighbors",
    "--content-layers",
    "--style-layers",
    "--content-weight",
    "--style-weight",
    "--tv-weight",
    "--optimizer",
    "--iterations",
    "--more-iterations",
    "--learning-rate",
    "--beta1",
    "--beta2",
    "--epsilon",
    "--average",
    "--history",
    "--stop-when",
    "--engine",
    "--precision"
  };

  private final ParseResult given;
  private final List<String> options = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  private IdleOptions(ParseResult given) {
    this.given = given;
  }

  /**
   * One line that names them all; empty if there are none.
   *
   * @param processors that this process may use
   */
  static Optional<String> warning(ParseResult given, TransferJob job, int processors) {
    IdleOptions idle = new IdleOptions(given);
    idle.find(job);
    List<String> parts = new ArrayList<>();
    if (!idle.options.isEmpty()) {
      parts.add(
          listed(idle.options)
              + (idle.options.size() == 1 ? " has" : " have")
              + " no effect, as "
              + listed(idle.reasons));
    }
    if (given.hasMatchedOption("--threads") && job.threads() > processors) {
      parts.add(
          "--threads %d is more than the %d processors that this process may use, and no faster"
              .formatted(job.threads(), processors));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private void find(TransferJob job) {
    String content =
        job.method() instanceof NetworkMethod ? "--content-weight" : "--content-strength";
    look(given.hasMatchedOption(content), content + " is given", "--strength");
    find(OutputFormat.of(job.files().result()).orElseThrow());
    if (job.method() instanceof NetworkMethod network) {
      look(true, "the method is network", OF_PATCHES);
      find(network);
    } else {
      look(true, "the method is patches", OF_NETWORKS);
    }
  }

  private void find(OutputFormat format) {
    String reason = "the result is a " + format + " file";
    look(!format.isLossy(), reason, "--quality");
    look(format != OutputFormat.JPEG, reason, "--chroma");
    look(!format.isDescribed(), reason, "--strip-metadata");
  }

  private void find(NetworkMethod method) {
    boolean adam = method.optimizer() instanceof AdamSettings;
    boolean noise =
        method.start() instanceof StartOption.BuiltIn start
            && start.image() instanceof InitialImage.Noise;
    LossSettings losses = method.losses();
    look(
        true,
        method.network().file().isEmpty()
            ? "the network is the built-in one"
            : "the network is " + method.network().kind().title(),
        ofOtherNetworks(method.network().kind()));
    look(
        !adam && !method.isPolished(),
        "the optimizer is lbfgs",
        "--learning-rate",
        "--beta1",
        "--beta2",
        "--epsilon",
        "--average");
    look(adam, "the optimizer is adam", "--history");
    look(!noise, "the run doesn't start from noise", "--seed");
    look(losses.weight(ContentLoss.NAME) == 0, "the content weight is 0", "--content-layers");
    look(
        losses.weight(StyleLoss.NAME) == 0,
        "the style weight is 0",
        "--style-layers",
        "--content-mask",
        "--style-mask");
  }

  private static String[] ofOtherNetworks(NetworkKind network) {
    return Stream.of(NetworkKind.values())
        .flatMap(kind -> kind.ownOptions().stream())
        .distinct()
        .filter(option -> !network.ownOptions().contains(option))
        .map(option -> "--" + option)
        .toArray(String[]::new);
  }

  private void look(boolean idle, String reason, String... names) {
    List<String> found = idle ? givenOf(names) : List.of();
    if (!found.isEmpty()) {
      options.addAll(found);
      if (!reasons.contains(reason)) {
        reasons.add(reason);
      }
    }
  }

  private List<String> givenOf(String... names) {
    return List.of(names).stream().filter(given::hasMatchedOption).toList();
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
