package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.container.JpegXlFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads JPEG XL files, which no library for Java decodes, with the program {@code djxl} of libjxl,
 * where there is one.
 *
 * @param limit of the pixels that are decoded
 * @param searchPath the folders to find it in, as in the environment variable PATH
 */
record JpegXlReader(PixelLimit limit, String searchPath) implements FormatReader {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PIXELS_OF_A_SECOND = 1_000_000;

  @Override
  public ImageSize size(Path file) throws IOException {
    return JpegXlFile.size(file);
  }

  @Override
  public ReadPicture read(Path file, String name) throws IOException {
    limit.check(file, size(file));
    return decoded(file, png -> png().read(png, name));
  }

  @Override
  public Optional<byte[]> profile(Path file) throws IOException {
    return decoded(file, png()::profile);
  }

  private PluginReader png() {
    return new PluginReader(ImageFormat.PNG, limit);
  }

  private <T> T decoded(Path file, Task<T> task) throws IOException {
    Path program = program().orElseThrow(() -> ReadFault.noJpegXlDecoder(file));
    Path decoded = Files.createTempFile("style-transfer-", ".png");
    try {
      run(program, file, decoded);
      return task.run(decoded);
    } finally {
      Files.deleteIfExists(decoded);
    }
  }

  /** What is done with a decoded file. */
  @FunctionalInterface
  private interface Task<T> {
    T run(Path png) throws IOException;
  }

  private Optional<Path> program() {
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(Path.of(folder, "djxl"), Path.of(folder, "djxl.exe")))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private void run(Path program, Path file, Path decoded) throws IOException {
    Process process =
        new ProcessBuilder(program.toString(), file.toAbsolutePath().toString(), decoded.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Duration patience = PATIENCE.plusSeconds(size(file).pixels() / PIXELS_OF_A_SECOND);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ReadFault.tookTooLong(file, ImageFormat.JPEG_XL, null);
      }
      if (process.exitValue() != 0) {
        throw ReadFault.damaged(file, ImageFormat.JPEG_XL, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageFileException(file, "wasn't read: the program was interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
