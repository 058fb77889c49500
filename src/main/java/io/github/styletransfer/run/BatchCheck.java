package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.PaintingFile;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses a batch that can't be done, before it begins. */
public final class BatchCheck {
  private BatchCheck() {}

  /**
   * Checks the folders, the paintings, and the room for all results.
   *
   * @param logDirectory the folder of the batch's records
   * @throws IOException if a painting can't be read
   * @throws UserException if a folder can't be written to, or there is no room
   */
  public static void require(List<TransferJob> jobs, Path workingDirectory, Path logDirectory)
      throws IOException, UserException {
    Set<InputFile> paintings = new LinkedHashSet<>();
    Map<Path, Long> bytes = new HashMap<>();
    for (TransferJob job : jobs) {
      job.paintings().stream().map(PaintingFile::file).forEach(paintings::add);
      Optional<ImageSize> size = ResultSize.of(job);
      if (size.isPresent()) {
        bytes.merge(
            OutputFiles.folder(job.files().result()),
            DiskRoom.ofResult(job.files().result(), job.output(), size.get()),
            Long::sum);
      }
    }
    long maxPixels = jobs.get(0).maxPixels();
    for (InputFile painting : paintings) {
      painting.read(new ImageReader(maxPixels));
    }
    OutputCheck.prepareFolder(logDirectory, "--log-dir");
    for (Path folder : bytes.keySet()) {
      OutputCheck.prepareFolder(folder, "--output");
    }
    DiskRoom.requireAll(bytes);
  }
}
