package io.github.styletransfer.fetch;

import io.github.styletransfer.fetch.DownloadException.Reason;
import io.github.styletransfer.storage.FileDigests;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/** The part of a download received so far, kept beside its target, and where it is from. */
final class PartialFile {
  private final Download download;
  private final Disk disk;
  private final Path data;
  private final Path infoFile;
  private boolean begun;

  PartialFile(Download download, Disk disk) {
    this.download = download;
    this.disk = disk;
    this.data = download.partialFile();
    this.infoFile = data.resolveSibling(data.getFileName() + ".info");
  }

  /** Bytes that are there. */
  long length() {
    try {
      return Files.exists(data) ? Files.size(data) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether some of the bytes came in an earlier run. */
  boolean hasEarlierData() {
    return !begun && length() > 0;
  }

  private Optional<PartialInfo> info() {
    return PartialInfo.read(infoFile);
  }

  /** Length of the whole file in bytes, as far as is known before a server is asked. */
  OptionalLong total() {
    return download.size().isPresent()
        ? download.size()
        : info().map(PartialInfo::total).orElseGet(OptionalLong::empty);
  }

  /** Whether all bytes are there; they may still be wrong. */
  boolean isWhole() {
    return length() > 0 && total().equals(OptionalLong.of(length()));
  }

  /** The version of the file whose rest can be requested; empty if nothing is known. */
  Optional<PartialInfo> resumable() {
    long length = length();
    boolean isPart = length > 0 && (total().isEmpty() || length < total().getAsLong());
    return info()
        .filter(info -> isPart && info.validator().isPresent())
        .filter(info -> info.url().equals(download.url().toString()));
  }

  /** Drops the data, for those of another version of the file. */
  void begin(PartialInfo info) throws DownloadException {
    try {
      Files.write(data, new byte[0]);
      begun = true;
      info.write(infoFile);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Notes that the data are complete. */
  void end() throws DownloadException {
    try {
      Optional<PartialInfo> info = info();
      if (info.isPresent()) {
        PartialInfo of = info.get();
        new PartialInfo(of.url(), of.etag(), of.lastModified(), OptionalLong.of(length()))
            .write(infoFile);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  OutputStream append() throws DownloadException {
    try {
      return disk.append(data);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Bytes that can be written to the folder. */
  long freeBytes() throws DownloadException {
    try {
      return disk.freeBytes(folder(data));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  String sha256() throws DownloadException {
    try {
      return FileDigests.sha256(data);
    } catch (IOException e) {
      throw new DownloadException(
          Reason.STORAGE, data + " can't be read (" + FileFaults.inWords(e) + ")", e);
    }
  }

  void discard() throws DownloadException {
    try {
      Files.deleteIfExists(data);
      Files.deleteIfExists(infoFile);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Gives the data the target's name, in one move after they are safely on the disk. */
  void becomeTarget() throws DownloadException {
    try {
      try (FileChannel channel = FileChannel.open(data, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(data, download.target(), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(infoFile);
    } catch (IOException e) {
      throw new DownloadException(
          Reason.STORAGE,
          data + " can't be renamed to " + download.target() + " (" + FileFaults.inWords(e) + ")",
          e);
    }
  }

  DownloadException unwritable(IOException cause) {
    return new DownloadException(
        Reason.STORAGE, "Writing " + data + " failed (" + FileFaults.inWords(cause) + ")", cause);
  }

  static Path folder(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }
}
