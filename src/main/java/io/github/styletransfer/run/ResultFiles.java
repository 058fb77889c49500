package io.github.styletransfer.run;

import io.github.styletransfer.image.DeepImage;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.metadata.PictureFacts;
import io.github.styletransfer.image.write.FileSettings;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.TransferJob;
import io.github.styletransfer.job.Versions;
import io.github.styletransfer.record.LazyIdentity;
import io.github.styletransfer.record.PictureNote;
import io.github.styletransfer.transfer.TransferMethod;
import io.github.styletransfer.transfer.TransferResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a job's pictures as the job asks for. */
final class ResultFiles {
  private static final String PROGRAM = "style-transfer ";

  private final TransferJob job;
  private final TransferMethod method;
  private final PhotoDetails photo;
  private final LazyIdentity identity;

  /**
   * Writes nothing yet.
   *
   * @param method has made the pictures
   * @param photo what pictures get from the photo's file
   * @param identity of the job
   */
  ResultFiles(TransferJob job, TransferMethod method, PhotoDetails photo, LazyIdentity identity) {
    this.job = job;
    this.method = method;
    this.photo = photo;
    this.identity = identity;
  }

  /** Writes pictures on the way, in 8 bits. */
  ImageWriter ofCheckpoints() {
    return new ImageWriter(settings(Optional.empty()));
  }

  /** Writes the result. */
  void write(TransferResult.Finished finished, Path file) throws ImageFileException {
    write(finished.image(), deep(finished), file);
  }

  private Optional<DeepImage> deep(TransferResult.Finished finished) {
    return job.output().isDeep() || photo.profile().isPresent()
        ? Optional.of(method.deepImage(finished.state(), finished.image().size()))
        : Optional.empty();
  }

  private void write(RgbImage image, Optional<DeepImage> deep, Path file)
      throws ImageFileException {
    ImageWriter writer = new ImageWriter(settings(hash()));
    if (deep.isEmpty()) {
      writer.write(image, file);
    } else if (job.output().isDeep()) {
      writer.writeDeep(deep.get(), file);
    } else {
      writer.write(deep.get(), file);
    }
  }

  private Optional<String> hash() {
    try {
      return isDescribed() ? Optional.of(identity.get().settingsHash()) : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private boolean isDescribed() {
    return job.output().isDescribed(job.files().result());
  }

  private FileSettings settings(Optional<String> hash) {
    return new FileSettings(
        job.output().quality(),
        job.output().chroma(),
        photo.profile(),
        photo.alpha(),
        isDescribed() ? facts(hash) : PictureFacts.NONE);
  }

  private PictureFacts facts(Optional<String> hash) {
    PictureNote note =
        new PictureNote(
            name(job.content()),
            job.paintings().stream()
                .map(painting -> name(painting.file()))
                .collect(Collectors.joining(", ")),
            hash);
    return photo.facts().ofPicture(PROGRAM + Versions.read().program(), note.toString());
  }

  private static String name(InputFile file) {
    Path name = file.named().getFileName();
    return InputFile.isReadOnce(file.named()) || name == null ? file.toString() : name.toString();
  }
}
