package io.github.styletransfer.cli;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.JobMethod;
import io.github.styletransfer.job.NetworkKind;
import io.github.styletransfer.job.NetworkMethod;
import io.github.styletransfer.job.Preset;
import io.github.styletransfer.job.SizeChoice;
import io.github.styletransfer.job.TypicalTime;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.SavedRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how large a result is: as asked for, or as large as takes minutes.
 *
 * @param asked with {@code --size}; null if it isn't given
 * @param preset with {@code --preset}; null if it isn't given
 * @param earlier the run that is continued; empty if none is
 */
record SizeSelection(
    @Nullable SizeChoice asked, @Nullable Preset preset, Optional<SavedRun> earlier) {
  /**
   * The size.
   *
   * @param photo whose head is read, if the program is to decide; if it can't be used, which is
   *     reported when it is read, its own size counts
   * @param maxPixels that it may have
   * @throws UserException if an earlier run's state can't be read
   */
  SizeChoice choose(InputFile photo, long maxPixels, JobMethod method) throws UserException {
    if (asked != null) {
      return asked;
    }
    if (earlier.isPresent() && earlier.get().isRecorded()) {
      return earlier
          .get()
          .recorded(SizeChoice.SIZE)
          .map(side -> SizeChoice.of(Integer.parseInt(side)))
          .orElse(SizeChoice.OF_THE_PHOTO);
    }
    if (preset == Preset.ORIGINAL
        && method instanceof NetworkMethod network
        && network.network().kind() == NetworkKind.VGG19) {
      return SizeChoice.OF_THE_PHOTO;
    }
    try {
      return SizeChoice.free(
          TypicalTime.easySide(method, new ImageReader(maxPixels).size(photo.file())));
    } catch (ImageFileException e) {
      return SizeChoice.OF_THE_PHOTO;
    }
  }
}
