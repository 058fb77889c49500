package io.github.styletransfer.cli;

import io.github.styletransfer.image.metadata.PhotoFacts;
import io.github.styletransfer.image.write.ImageWriter;
import io.github.styletransfer.job.ExitCode;
import io.github.styletransfer.job.LogFolder;
import io.github.styletransfer.job.OutputFiles;
import io.github.styletransfer.job.UserException;
import io.github.styletransfer.record.JobIdentity;
import io.github.styletransfer.record.PictureNote;
import io.github.styletransfer.record.RunManifest;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.record.RunManifestFile;
import io.github.styletransfer.storage.FileDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the record of the run that has made a picture, by the hash of the settings that the picture
 * names, or by the picture's own if it names none.
 */
final class PictureRecords {
  private static final Logger LOG = LoggerFactory.getLogger(PictureRecords.class);
  private static final int DEEPEST = 16;

  private final Path workingDirectory;

  PictureRecords(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /** Whether a file is a picture, by its name. */
  static boolean isPicture(Path file) {
    return ImageWriter.isSupported(file) && Files.isRegularFile(file);
  }

  /**
   * The record of a picture: in its own log folder, beside it, or in any folder of logs.
   *
   * @throws UserException if there is none any longer
   */
  Path find(Path picture) throws UserException {
    Optional<String> settings =
        PhotoFacts.of(picture).description().flatMap(PictureNote::settingsOf);
    try {
      String digest = settings.isPresent() ? "" : FileDigests.sha256(picture);
      for (Path record : records(picture)) {
        if (isOf(record, settings, digest)) {
          return record;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("Not all folders of logs can be read", e);
    }
    throw new UserException(
        ExitCode.USAGE,
        "There is no run.json of the run that made "
            + picture
            + ", neither beside it nor in logs/. Give the log folder of a run, or the run.json in"
            + " it.");
  }

  private List<Path> records(Path picture) throws IOException {
    List<Path> records =
        new ArrayList<>(
            List.of(
                LogFolder.of(workingDirectory, picture).resolve(OutputFiles.MANIFEST),
                picture.resolveSibling(OutputFiles.MANIFEST)));
    Path logs = LogFolder.all(workingDirectory);
    if (Files.isDirectory(logs)) {
      try (Stream<Path> all =
          Files.find(logs, DEEPEST, (file, attributes) -> file.endsWith(OutputFiles.MANIFEST))) {
        all.forEach(records::add);
      }
    }
    return records;
  }

  private static boolean isOf(Path record, Optional<String> settings, String digest) {
    try {
      RunManifest run = RunManifestFile.read(record);
      return settings.isPresent()
          ? JobIdentity.settingsHash(run.job()).equals(settings.get())
          : run.result().map(HashedFile::sha256).filter(digest::equals).isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
