package io.github.styletransfer.cli;

import io.github.styletransfer.job.MethodName;
import io.github.styletransfer.job.Strength;
import io.github.styletransfer.patches.PatchSettings;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to paint, and what is decided about painting with patches. */
final class PatchOptions {
  @Option(
      names = "--method",
      paramLabel = "network|patches",
      description =
          "How to paint: by optimisation on a network, or with the painting's own patches (default:"
              + " network if --network is given or a trained network is in data/, else patches).")
  @Nullable MethodName method;

  @Option(
      names = "--content-strength",
      paramLabel = "S",
      description =
          "Patches only: how strongly the photo's edges are kept"
              + " (${bundle:default.content-strength}).")
  @Nullable Double contentStrength;

  @Option(
      names = "--finest-patch",
      paramLabel = "N",
      description =
          "Patches only: smallest side of the patches in pixels, an odd number from 3 to 17"
              + " (${bundle:default.finest-patch}).")
  @Nullable Integer finestPatch;

  @Option(
      names = "--finish",
      negatable = true,
      fallbackValue = "true",
      description =
          "Patches only: whether the result is finished in further steps at its own size"
              + " (${bundle:default.finish}).")
  @Nullable Boolean finish;

  /**
   * What is asked for, with the defaults for what isn't.
   *
   * @param strength where the picture is between photo and painting
   * @param styleScale the painting's width over the result's
   * @param sizes empty for as many as the result's size asks for
   */
  PatchSettings settings(
      Strength strength, double styleScale, OptionalInt sizes, @Nullable Long seed) {
    PatchSettings usual = PatchSettings.DEFAULT;
    return new PatchSettings(
        Objects.requireNonNullElse(
            contentStrength, strength.contentWeight(usual.contentStrength())),
        Objects.requireNonNullElse(finestPatch, usual.finestPatch()),
        styleScale,
        sizes.orElse(usual.sizes()),
        Objects.requireNonNullElse(finish, usual.finish()),
        Objects.requireNonNullElse(seed, usual.seed()));
  }
}
