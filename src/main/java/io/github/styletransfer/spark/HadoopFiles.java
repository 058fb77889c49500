package io.github.styletransfer.spark;

import io.github.styletransfer.cli.NamedFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Files of any Hadoop file system, by names such as {@code hdfs://name/photos/a.jpg}. A name
 * without a scheme is one of the default file system's, which is the local one if there is no
 * other.
 */
final class HadoopFiles implements NamedFiles {
  private static final char SLASH = '/';

  private final Configuration configuration;
  private final LocalCopies copies;
  private final Map<String, FileStatus> known = new HashMap<>();

  /**
   * Knows no files yet.
   *
   * @param configuration what file systems there are
   * @param copies of files that are read in this process
   */
  HadoopFiles(Configuration configuration, LocalCopies copies) {
    this.configuration = configuration;
    this.copies = copies;
  }

  Configuration configuration() {
    return configuration;
  }

  @Override
  public String resolve(String folder, String name) {
    Path path = new Path(name);
    return qualified(
        path.toUri().getScheme() != null || folder.isEmpty() ? path : new Path(folder, path));
  }

  private String qualified(Path path) {
    try {
      return path.getFileSystem(configuration).makeQualified(path).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean exists(String name) {
    try {
      status(name);
      return true;
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isFolder(String name) {
    try {
      return status(name).isDirectory();
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is known of a file, since it was first asked for or listed. */
  FileStatus status(String name) throws IOException {
    FileStatus before = known.get(name);
    if (before != null) {
      return before;
    }
    Path path = new Path(name);
    FileStatus status = path.getFileSystem(configuration).getFileStatus(path);
    known.put(name, status);
    return status;
  }

  @Override
  public List<String> files(String folder, int depth) throws IOException {
    Path path = new Path(folder);
    String start = qualified(path);
    String prefix = start.endsWith("/") ? start : start + SLASH;
    List<String> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> listed =
        path.getFileSystem(configuration).listFiles(path, depth > 1);
    while (listed.hasNext()) {
      FileStatus file = listed.next();
      String name = file.getPath().toString();
      if (!name.startsWith(prefix)) {
        throw new IOException(name + " was listed as a file in " + start);
      }
      String below = name.substring(prefix.length());
      if (below.chars().filter(c -> c == SLASH).count() < depth) {
        known.put(resolve(folder, below), file);
        files.add(below);
      }
    }
    Collections.sort(files);
    return files;
  }

  @Override
  public List<String> beside(String name) {
    int end = name.lastIndexOf(SLASH) + 1;
    try {
      Path parent = new Path(qualified(new Path(name))).getParent();
      List<String> beside = new ArrayList<>();
      for (FileStatus file : parent.getFileSystem(configuration).listStatus(parent)) {
        beside.add(name.substring(0, end) + file.getPath().getName());
      }
      Collections.sort(beside);
      return beside;
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public String real(String name) {
    return resolve("", name);
  }

  @Override
  @SuppressWarnings("MustBeClosed")
  public java.nio.file.Path local(String name) throws IOException {
    try {
      return copies.of(new Path(resolve("", name))).file();
    } catch (FileNotFoundException e) {
      NoSuchFileException missing = new NoSuchFileException(name);
      missing.initCause(e);
      throw missing;
    }
  }
}
