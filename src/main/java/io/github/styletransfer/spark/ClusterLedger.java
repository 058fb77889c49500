package io.github.styletransfer.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The jobs that are done, beside the results: a file for each, as object stores can't append. Its
 * name says which result it is of and by which key, so that a list of names is all that is read.
 */
final class ClusterLedger {
  private static final String FOLDER = "_style-transfer";
  private static final int BYTES = 12;

  private final Path folder;
  private final Configuration configuration;
  private final Map<Path, Set<String>> names = new HashMap<>();
  private final Map<String, List<String>> byPrefix = new HashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param results the folder of all results
   * @param configuration what file systems there are
   */
  ClusterLedger(String results, Configuration configuration) {
    this.folder = new Path(results, FOLDER);
    this.configuration = configuration;
  }

  /** The folder of the batch's records. */
  Path folder() {
    return folder;
  }

  /** The folder of the entries. */
  Path entries() {
    return new Path(folder, "done");
  }

  /** The full name of an entry. */
  String entry(String output, String key) {
    return new Path(entries(), prefix(output) + key + ".json").toString();
  }

  private static String prefix(String output) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(output.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, BYTES) + "-";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a job is done and its result is still there. */
  boolean isDone(ClusterJob job) throws IOException {
    return isListed(new Path(job.entry())) && isListed(new Path(job.output()));
  }

  /** Whether there is a file at a result's name. */
  boolean hasResult(ClusterJob job) throws IOException {
    return isListed(new Path(job.output()));
  }

  /** Deletes a result and what is said of it. No attempt may be running. */
  void forget(ClusterJob job) throws IOException {
    Path output = new Path(job.output());
    if (isListed(output)) {
      delete(output);
    }
    for (String name : byPrefix().getOrDefault(prefix(job.output()), List.of())) {
      delete(new Path(entries(), name));
    }
  }

  private Map<String, List<String>> byPrefix() throws IOException {
    if (byPrefix.isEmpty()) {
      for (String name : listed(entries())) {
        byPrefix
            .computeIfAbsent(name.substring(0, name.indexOf('-') + 1), same -> new ArrayList<>())
            .add(name);
      }
    }
    return byPrefix;
  }

  private void delete(Path file) throws IOException {
    FileSystem files = file.getFileSystem(configuration);
    if (!files.delete(file, false) && files.exists(file)) {
      throw new IOException(file + " can't be deleted");
    }
  }

  private boolean isListed(Path file) throws IOException {
    return listed(file.getParent()).contains(file.getName());
  }

  private Set<String> listed(Path parent) throws IOException {
    Set<String> before = names.get(parent);
    if (before != null) {
      return before;
    }
    Set<String> listed = new HashSet<>();
    try {
      for (FileStatus file : parent.getFileSystem(configuration).listStatus(parent)) {
        listed.add(file.getPath().getName());
      }
    } catch (FileNotFoundException e) {
      // Nothing has been written there.
    }
    names.put(parent, listed);
    return listed;
  }
}
