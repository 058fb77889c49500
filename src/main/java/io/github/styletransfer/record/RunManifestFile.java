package io.github.styletransfer.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import io.github.styletransfer.loss.Losses;
import io.github.styletransfer.record.RunManifest.HashedFile;
import io.github.styletransfer.record.RunManifest.Status;
import io.github.styletransfer.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code run.json}: a {@link RunManifest} as people and programs read it. */
public final class RunManifestFile {
  private static final JSON FORMAT = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
  private static final int MOST_BYTES = 1 << 20;
  private static final String FILE = "file";
  private static final String SHA256 = "sha256";
  private static final String TOTAL = "total";

  private RunManifestFile() {}

  /**
   * Writes a record.
   *
   * @param file replaced if it exists
   * @throws IOException if it can't be written
   */
  public static void write(Path file, RunManifest run) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", run.status().name().toLowerCase(Locale.ROOT));
    json.put("started", run.started().toString());
    json.put("seconds", run.seconds());
    json.put("options", run.options());
    json.put("inputs", files(run.inputs()));
    json.put("environment", run.environment());
    json.put("job", run.job());
    json.put("evaluations", run.evaluations());
    json.put("seconds_per_iteration", run.secondsPerIteration());
    run.losses().ifPresent(losses -> json.put("losses", losses(losses)));
    run.result().ifPresent(result -> json.put("result", file(result)));
    json.put("files", run.files().stream().map(Path::toString).toList());
    json.put("missing", run.missing().stream().map(Path::toString).toList());
    AtomicFile.write(file, out -> out.write(FORMAT.asBytes(json)));
  }

  private static Map<String, Object> files(Map<String, HashedFile> files) {
    Map<String, Object> json = new LinkedHashMap<>();
    files.forEach((role, file) -> json.put(role, file(file)));
    return json;
  }

  private static Map<String, Object> file(HashedFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(FILE, file.file().toString());
    json.put(SHA256, file.sha256());
    return json;
  }

  private static Map<String, Object> losses(Losses losses) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(TOTAL, losses.total());
    json.putAll(losses.terms());
    return json;
  }

  /**
   * Reads a record.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it can't be read or is no record of a run
   */
  public static RunManifest read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("it is too long for a run.json");
    }
    try {
      Map<?, ?> json = JSON.std.mapFrom(bytes);
      return new RunManifest(
          Status.valueOf(text(json, "status").toUpperCase(Locale.ROOT)),
          Instant.parse(text(json, "started")),
          number(json, "seconds"),
          texts(map(json, "options")),
          hashedFiles(map(json, "inputs")),
          texts(map(json, "environment")),
          texts(map(json, "job")),
          (int) number(json, "evaluations"),
          number(json, "seconds_per_iteration"),
          json.containsKey("losses") ? Optional.of(losses(map(json, "losses"))) : Optional.empty(),
          json.containsKey("result")
              ? Optional.of(hashedFile(map(json, "result")))
              : Optional.empty(),
          paths(json, "files"),
          paths(json, "missing"));
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | StackOverflowError e) {
      throw new IOException("it isn't a run.json of this program", e);
    }
  }

  private static Losses losses(Map<?, ?> json) {
    Map<String, Double> terms = new LinkedHashMap<>();
    for (Object name : json.keySet()) {
      terms.put(String.valueOf(name), number(json, String.valueOf(name)));
    }
    double total = number(json, TOTAL);
    terms.remove(TOTAL);
    return new Losses(total, terms);
  }

  private static Map<String, HashedFile> hashedFiles(Map<?, ?> json) {
    Map<String, HashedFile> files = new LinkedHashMap<>();
    for (Object role : json.keySet()) {
      files.put(String.valueOf(role), hashedFile(map(json, String.valueOf(role))));
    }
    return files;
  }

  private static HashedFile hashedFile(Map<?, ?> json) {
    return new HashedFile(path(text(json, FILE)), text(json, SHA256));
  }

  private static List<Path> paths(Map<?, ?> json, String key) {
    if (json.get(key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).map(RunManifestFile::path).toList();
    }
    throw new IllegalArgumentException("no list " + key);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, String> texts(Map<?, ?> json) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Object key : json.keySet()) {
      texts.put(String.valueOf(key), text(json, String.valueOf(key)));
    }
    return texts;
  }

  private static Map<?, ?> map(Map<?, ?> json, String key) {
    if (json.get(key) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("no object " + key);
  }

  private static String text(Map<?, ?> json, String key) {
    if (json.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no text " + key);
  }

  private static double number(Map<?, ?> json, String key) {
    if (json.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("no number " + key);
  }
}
