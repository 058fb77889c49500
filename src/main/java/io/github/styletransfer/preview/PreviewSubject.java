package io.github.styletransfer.preview;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.Stages.Stage;
import java.util.List;

/**
 * What a preview shows beside the image.
 *
 * @param title the run's name
 * @param content the photo
 * @param style the painting
 * @param stages the run's sizes
 */
public record PreviewSubject(String title, RgbImage content, RgbImage style, List<Stage> stages) {
  int iterations() {
    return stages.get(stages.size() - 1).end();
  }
}
