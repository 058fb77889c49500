package io.github.styletransfer.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files written to a Hadoop file system under their own name once and as a whole, however many
 * attempts of a task write them: a hidden temporary file beside the target is renamed, and a target
 * that is there stays.
 *
 * <p>HDFS renames in one step, and only if there is no target; local file systems are given a
 * second link to the temporary file, which is the same. Object stores rename by copying: a file
 * appears as a whole there, too, but of two attempts that rename within the same moment the later
 * may replace the earlier one's. Both think then that they were first.
 */
final class PublishedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedFiles.class);
  private static final String ENDING = ".style-transfer.tmp";
  private static final String HIDDEN = ".";

  private final Configuration configuration;

  /**
   * Nothing is written yet.
   *
   * @param configuration what file systems there are
   */
  PublishedFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Whether there is a file already.
   *
   * @throws IOException when that can't be found out, or there is a folder
   */
  boolean isThere(org.apache.hadoop.fs.Path target) throws IOException {
    return exists(target.getFileSystem(configuration), target);
  }

  /**
   * Copies a local file, unless the target is there already.
   *
   * @param target its folder is created if it doesn't exist
   * @return whether this call wrote the target; false when it was there, or another was faster
   * @throws IOException when it can't be written, or the target is a folder
   */
  boolean publish(Path local, org.apache.hadoop.fs.Path target) throws IOException {
    FileSystem files = target.getFileSystem(configuration);
    if (exists(files, target)) {
      return false;
    }
    files.mkdirs(target.getParent());
    org.apache.hadoop.fs.Path temporary =
        new org.apache.hadoop.fs.Path(target.getParent(), HIDDEN + UUID.randomUUID() + ENDING);
    if (isLocal(files)) {
      return link(local, toLocal(files, temporary), toLocal(files, target));
    }
    try {
      files.copyFromLocalFile(false, true, new org.apache.hadoop.fs.Path(local.toUri()), temporary);
      if (files.rename(temporary, target)) {
        return true;
      }
      if (exists(files, target)) {
        return false;
      }
      throw new IOException(temporary + " can't be renamed to " + target.getName());
    } finally {
      files.delete(temporary, false);
    }
  }

  /**
   * Deletes the temporary files that attempts which were killed have left in a folder. No attempt
   * may be running.
   */
  void deleteLeftovers(org.apache.hadoop.fs.Path folder) throws IOException {
    FileSystem files = folder.getFileSystem(configuration);
    for (FileStatus leftover : files.listStatus(folder, path -> path.getName().endsWith(ENDING))) {
      files.delete(leftover.getPath(), false);
    }
  }

  private static boolean exists(FileSystem files, org.apache.hadoop.fs.Path target)
      throws IOException {
    try {
      if (files.getFileStatus(target).isFile()) {
        return true;
      }
    } catch (FileNotFoundException e) {
      return false;
    }
    throw new IOException(target + " is a folder");
  }

  /**
   * Hadoop's own rename replaces a local target, and its copies have a checksum file beside them.
   */
  private static boolean isLocal(FileSystem files) {
    return "file".equals(files.getUri().getScheme());
  }

  private static Path toLocal(FileSystem files, org.apache.hadoop.fs.Path path) {
    return Path.of(files.makeQualified(path).toUri().getPath());
  }

  private static boolean link(Path local, Path temporary, Path target) throws IOException {
    try {
      Files.copy(local, temporary);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return linked(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean linked(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // File systems without links say so in many ways.
      LOG.debug("No link in {}", target.getParent(), e);
      return moved(temporary, target);
    }
  }

  private static boolean moved(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
