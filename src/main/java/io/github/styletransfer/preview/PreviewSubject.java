package io.github.styletransfer.preview;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.LossEntry;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.SizeMark;
import java.util.List;

/**
 * What a preview shows beside the image.
 *
 * @param title the run's name
 * @param content the photo, of the result's size
 * @param styles the paintings
 * @param stages the run's sizes
 * @param losses the names of the terms of the total loss
 * @param earlier losses of the iterations that a resumed run has behind it
 */
public record PreviewSubject(
    String title,
    RgbImage content,
    List<RgbImage> styles,
    List<PlannedStage> stages,
    List<String> losses,
    List<LossEntry> earlier) {
  int iterations() {
    return stages.get(stages.size() - 1).end();
  }

  List<SizeMark> marks() {
    return SizeMark.of(stages);
  }
}
