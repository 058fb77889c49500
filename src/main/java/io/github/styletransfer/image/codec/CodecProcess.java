package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
import io.github.styletransfer.storage.ProgramFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A process that decodes a file's pictures, one after another. Whatever becomes of it, this process
 * gets a {@link CodecException}.
 */
public final class CodecProcess implements Closeable {
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";
  private static final String JAVACPP = "-Dorg.bytedeco.javacpp.";
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_CHANNELS = 4;

  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+SuppressFatalErrorMessage",
          "-Djava.awt.headless=true");

  private final Process process;
  private final DataInputStream in;
  private final long maxPixels;
  private final AtomicBoolean late = new AtomicBoolean();
  private byte[] row = new byte[0];

  private CodecProcess(Process process, long maxPixels) {
    this.process = process;
    this.maxPixels = maxPixels;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
  }

  /**
   * Begins to decode.
   *
   * @param file that the pictures are in
   * @param images in the order in which they are to be read
   * @param maxPixels the most pixels one of them may have
   * @param patience after which it is given up
   * @throws CodecException if there can't be such a process
   */
  public static CodecProcess start(
      Path file, List<CodedImage> images, long maxPixels, Duration patience) throws CodecException {
    CodecProcess started;
    try {
      Process process =
          new ProcessBuilder(command(CodecMain.class))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      started = new CodecProcess(process, maxPixels);
    } catch (IOException e) {
      throw new CodecException(Reason.NO_DECODER, "Java can't be started once more", e);
    }
    started.endAfter(patience);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(started.process.getOutputStream()))) {
      new CodecRequest(file.toAbsolutePath().toString(), images, maxPixels).writeTo(out);
    } catch (IOException e) {
      started.close();
      throw started.ended(e);
    }
    return started;
  }

  /** The command line of a process for native code. */
  static List<String> command(Class<?> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    String cache = System.getProperty(CACHE);
    if (cache != null) {
      command.add("-D" + CACHE + "=" + cache);
    }
    command.addAll(placedLibraries());
    command.add("-cp");
    command.add(classPath());
    command.add(program.getName());
    return command;
  }

  /** Where JavaCPP finds the libraries of a distribution, which lie beside the jar. */
  private static List<String> placedLibraries() {
    return ProgramFolder.libraries().stream()
        .flatMap(
            folder ->
                Stream.of(
                    JAVACPP + "pathsfirst=true",
                    JAVACPP + "cachelibraries=false",
                    JAVACPP + "platform.linkpath=" + folder,
                    JAVACPP + "platform.preloadpath=" + folder))
        .toList();
  }

  /** The packaged program has all in its jar, whoever has loaded it. */
  private static String classPath() {
    CodeSource source = CodecMain.class.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        Path place = Path.of(source.getLocation().toURI());
        if (Files.isRegularFile(place)) {
          return place.toString();
        }
      }
    } catch (URISyntaxException e) {
      return System.getProperty("java.class.path");
    }
    return System.getProperty("java.class.path");
  }

  private void endAfter(Duration patience) {
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (process.isAlive()) {
                late.set(true);
                process.destroyForcibly();
              }
            });
  }

  /**
   * The next picture; its rows are to be read before the one after it.
   *
   * @throws CodecException if it can't be decoded
   */
  public CodedFrame next() throws CodecException {
    try {
      CodecAnswer.await(in);
      CodedFrame frame =
          new CodedFrame(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
      check(frame);
      row = new byte[frame.width() * frame.channels() * Short.BYTES];
      return frame;
    } catch (CodecException e) {
      throw e;
    } catch (IOException e) {
      throw ended(e);
    }
  }

  private void check(CodedFrame frame) throws CodecException {
    if (frame.width() < 1
        || frame.height() < 1
        || frame.channels() < 1
        || frame.channels() > MOST_CHANNELS) {
      throw new CodecException(Reason.DAMAGED, frame.toString(), null);
    }
    if ((long) frame.width() * frame.height() > maxPixels) {
      throw new CodecException(Reason.TOO_LARGE, frame.toString(), null);
    }
  }

  /**
   * The next row of the picture.
   *
   * @param samples gets its pixels' samples, one pixel after another: width x channels unsigned
   *     numbers, 0..65535
   * @throws CodecException if it doesn't come
   */
  public void row(short[] samples) throws CodecException {
    try {
      in.readFully(row);
    } catch (IOException e) {
      throw ended(e);
    }
    ByteBuffer.wrap(row)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples, 0, row.length / Short.BYTES);
  }

  private CodecException ended(IOException cause) {
    if (late.get()) {
      return new CodecException(Reason.TIME, "it took too long", cause);
    }
    return new CodecException(
        Reason.CRASH,
        cause instanceof EOFException ? "the decoder ended early" : String.valueOf(cause),
        cause);
  }

  /** Ends the process, whether it is done or not. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
