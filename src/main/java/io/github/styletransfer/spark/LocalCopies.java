package io.github.styletransfer.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of files of any Hadoop file system in a local folder, for the process's tasks together:
 * each file is copied once, and again when its length or its time of modification has changed. The
 * copies that nobody has used for longest are deleted when they take too much room.
 */
final class LocalCopies {
  private static final Logger LOG = LoggerFactory.getLogger(LocalCopies.class);

  private record Key(String source, long length, long modified) {}

  private final Path folder;
  private final long maxBytes;
  private final Configuration configuration;
  private final Map<Key, CopiedFile> copies = new LinkedHashMap<>();
  private long made;

  /**
   * No copies yet.
   *
   * @param folder for the copies, of this process alone
   * @param maxBytes the room that copies may take; those in use stay, even if they take more
   * @param configuration what file systems there are
   */
  LocalCopies(Path folder, long maxBytes, Configuration configuration) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.configuration = configuration;
  }

  /**
   * A copy of a file as it is now.
   *
   * @throws FileNotFoundException when there is no such file, or it is a folder
   * @throws IOException when it can't be read, or not be written here
   */
  LocalCopy of(org.apache.hadoop.fs.Path source) throws IOException {
    FileSystem files = source.getFileSystem(configuration);
    FileStatus status = files.getFileStatus(source);
    if (!status.isFile()) {
      throw new FileNotFoundException(source + " (Is a directory)");
    }
    CopiedFile copy = used(status);
    try {
      copy.complete(files, status);
      return new LocalCopy(copy.file(), () -> release(copy));
    } catch (IOException | RuntimeException e) {
      release(copy);
      throw e;
    }
  }

  private synchronized CopiedFile used(FileStatus source) {
    Key key = new Key(source.getPath().toString(), source.getLen(), source.getModificationTime());
    CopiedFile copy = copies.remove(key);
    if (copy == null) {
      made++;
      Path file = folder.resolve(Long.toString(made)).resolve(source.getPath().getName());
      copy = new CopiedFile(file, source.getLen());
    }
    // At the end, as the last to be deleted.
    copies.put(key, copy);
    copy.count(1);
    return copy;
  }

  private synchronized void release(CopiedFile copy) {
    copy.count(-1);
    long bytes = copies.values().stream().mapToLong(CopiedFile::bytes).sum();
    Iterator<CopiedFile> oldest = copies.values().iterator();
    while (bytes > maxBytes && oldest.hasNext()) {
      CopiedFile candidate = oldest.next();
      if (!candidate.isUsed()) {
        oldest.remove();
        bytes -= candidate.bytes();
        delete(candidate);
      }
    }
  }

  private static void delete(CopiedFile copy) {
    try {
      copy.delete();
    } catch (IOException e) {
      LOG.warn("The copy {} can't be deleted: {}", copy.file(), e.toString());
    }
  }
}
