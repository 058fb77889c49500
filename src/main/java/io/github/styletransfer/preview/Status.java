package io.github.styletransfer.preview;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.styletransfer.loss.Losses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param iteration 1-based; 0 before the first one
 * @param measured the iteration that the losses are of, 1-based; 0 before there are any
 * @param iterations of the whole run
 * @param width of the present size, in pixels
 * @param height of the present size, in pixels
 * @param losses the last ones; null before there are any
 * @param secondsPerIteration at the present size
 * @param secondsLeft 0 if nothing is known
 * @param image the latest one; null before there is one
 * @param note a notice; may be empty
 * @param stopping whether the run was asked to stop
 * @param file what the file that can be downloaded is called; empty if there is none
 * @param end how the run ended; null while it is under way
 */
record Status(
    int iteration,
    int measured,
    int iterations,
    int width,
    int height,
    @Nullable Losses losses,
    OptionalDouble secondsPerIteration,
    long secondsLeft,
    @Nullable ShownImage image,
    String note,
    boolean stopping,
    Optional<String> file,
    @Nullable PreviewEnd end) {
  boolean isOver() {
    return end != null;
  }

  /** Whether no other can follow. */
  boolean isLast() {
    return end != null && !end.stays();
  }

  /**
   * For the page.
   *
   * @param more what else to tell it
   */
  String json(Map<String, Object> more) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("iteration", iteration);
    json.put("iterations", iterations);
    json.put("width", width);
    json.put("height", height);
    if (losses != null && losses.isFinite()) {
      json.put("total", losses.total());
      json.put("terms", losses.terms());
    }
    secondsPerIteration.ifPresent(seconds -> json.put("secondsPerIteration", seconds));
    json.put("secondsLeft", secondsLeft);
    json.put("measured", measured);
    json.put("image", image == null ? 0 : image.number());
    if (image != null) {
      json.put("imageWidth", image.image().width());
      json.put("imageHeight", image.image().height());
    }
    file.ifPresent(name -> json.put("file", name));
    json.put("note", note);
    json.put("ended", isOver());
    json.put("stopping", stopping);
    if (end != null) {
      json.put("end", end.outcome());
      json.put("stays", end.stays());
    }
    json.putAll(more);
    try {
      return JSON.std.asString(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
