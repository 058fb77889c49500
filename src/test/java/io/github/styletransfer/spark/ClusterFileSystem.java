package io.github.styletransfer.spark;

import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The local file system under the name of another one, which renames as HDFS does: in one step, and
 * not to a name that is taken.
 */
public final class ClusterFileSystem extends RawLocalFileSystem {
  private static final URI NAME = URI.create("cluster:///");
  private static final Object RENAMING = new Object();

  /** Where Hadoop's configuration has it. */
  static Configuration configuration() {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.cluster.impl", ClusterFileSystem.class.getName());
    configuration.setBoolean("fs.cluster.impl.disable.cache", true);
    return configuration;
  }

  /** A local file in it. */
  static Path named(java.nio.file.Path local) {
    return new Path("cluster://" + local.toUri().getRawPath());
  }

  @Override
  public URI getUri() {
    return NAME;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    synchronized (RENAMING) {
      return !exists(to) && super.rename(from, to);
    }
  }

  @Override
  public FileStatus getFileStatus(Path file) throws IOException {
    return withoutOwner(super.getFileStatus(file));
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    return Stream.of(super.listStatus(folder))
        .map(ClusterFileSystem::withoutOwner)
        .toArray(FileStatus[]::new);
  }

  /** Who has a file is asked of the local file system alone. */
  private static FileStatus withoutOwner(FileStatus file) {
    return new FileStatus(
        file.getLen(),
        file.isDirectory(),
        1,
        file.getBlockSize(),
        file.getModificationTime(),
        file.getPath());
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    if (file.getName().startsWith("torn")) {
      throw new IOException("The connection was lost");
    }
    return super.open(file, bufferSize);
  }
}
