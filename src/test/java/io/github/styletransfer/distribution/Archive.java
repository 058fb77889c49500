package io.github.styletransfer.distribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A folder in one file, with nothing of the machine or the moment in it. */
final class Archive {
  private static final int EXECUTABLE = 0755;
  private static final int READABLE = 0644;

  private final FileTime time;

  /**
   * Makes archives.
   *
   * @param time of all that is in them
   */
  Archive(FileTime time) {
    this.time = time;
  }

  /** Writes a folder as a packed tar. */
  void tar(Path folder, Path file) throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.DEFAULT_COMPRESSION);
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream packed = new GzipCompressorOutputStream(raw, parameters);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Path path : Tree.of(folder)) {
        add(path, name(folder, path), tar);
      }
    }
  }

  private void add(Path path, String name, TarArchiveOutputStream tar) throws IOException {
    TarArchiveEntry entry;
    if (Files.isSymbolicLink(path)) {
      entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(Files.readSymbolicLink(path).toString());
    } else if (Files.isDirectory(path)) {
      entry = new TarArchiveEntry(name + "/");
      entry.setMode(EXECUTABLE);
    } else {
      entry = new TarArchiveEntry(name);
      entry.setMode(Files.isExecutable(path) ? EXECUTABLE : READABLE);
      entry.setSize(Files.size(path));
    }
    entry.setIds(0, 0);
    entry.setLastModifiedTime(time);
    tar.putArchiveEntry(entry);
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.copy(path, tar);
    }
    tar.closeArchiveEntry();
  }

  /** Writes a folder as a zip file. */
  void zip(Path folder, Path file) throws IOException {
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(raw)) {
      for (Path path : Tree.of(folder)) {
        if (Files.isRegularFile(path)) {
          ZipEntry entry = new ZipEntry(name(folder, path));
          entry.setLastModifiedTime(time);
          zip.putNextEntry(entry);
          Files.copy(path, zip);
          zip.closeEntry();
        }
      }
    }
  }

  private static String name(Path folder, Path path) {
    Path parent = folder.toAbsolutePath().getParent();
    return (parent == null ? path : parent.relativize(path.toAbsolutePath()))
        .toString()
        .replace('\\', '/');
  }
}
