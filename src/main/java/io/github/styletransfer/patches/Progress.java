package io.github.styletransfer.patches;

import io.github.styletransfer.patches.match.PatchField;
import io.github.styletransfer.patches.match.PatchLayout;
import io.github.styletransfer.patches.raster.FloatImage;
import java.util.Optional;

/**
 * What one part of a run leaves to the next.
 *
 * @param image as it stands
 * @param painted what it is painted with; empty before the rounds
 */
record Progress(FloatImage image, Optional<Painted> painted) {
  /**
   * What a picture is painted with.
   *
   * @param guide at its own size
   * @param field the paintings' patches
   * @param layout where these are
   */
  record Painted(FloatImage guide, PatchField field, PatchLayout layout) {}
}
