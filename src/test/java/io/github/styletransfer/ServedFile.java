package io.github.styletransfer;

import io.github.styletransfer.ScriptedServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A file as a web server has it. */
public final class ServedFile {
  public static final String ETAG = "ETag: \"one\"";

  private final byte[] content;
  private final List<String> headers;

  private ServedFile(byte[] content, List<String> headers) {
    this.content = content;
    this.headers = headers;
  }

  /** Random bytes, the same ones for the same seed. */
  public static ServedFile random(long seed, int length) {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    return new ServedFile(content, List.of(ETAG));
  }

  /** The same content with other headers, besides those on length and range. */
  public ServedFile with(String... otherHeaders) {
    return new ServedFile(content, List.of(otherHeaders));
  }

  public byte[] content() {
    return content.clone();
  }

  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with all of it, or with what is asked for if {@code If-Range} names its ETag. */
  public Answer answer() {
    return cutAfter(content.length);
  }

  /** Breaks off where so many bytes of the file have been sent. */
  public Answer cutAfter(int end) {
    return (request, out) -> {
      String range = request.header("range");
      boolean part = !range.isEmpty() && headers.contains("ETag: " + request.header("if-range"));
      (part ? part(Integer.parseInt(range.replaceAll("\\D", "")), end) : whole(end))
          .send(request, out);
    };
  }

  /** All of it, whatever was asked for. */
  public Answer whole() {
    return whole(content.length);
  }

  private Answer whole(int end) {
    return ScriptedServer.of(
        200, Arrays.copyOf(content, end), plus("Content-Length: " + content.length));
  }

  private Answer part(int start, int end) {
    return ScriptedServer.of(
        206,
        Arrays.copyOfRange(content, start, Math.max(start, end)),
        plus(
            "Content-Length: " + (content.length - start),
            "Content-Range: bytes " + start + "-" + (content.length - 1) + "/" + content.length));
  }

  private String[] plus(String... others) {
    return Stream.concat(headers.stream(), Stream.of(others)).toArray(String[]::new);
  }

  /** Writes its first bytes. */
  public void writeStart(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(content, length));
  }
}
