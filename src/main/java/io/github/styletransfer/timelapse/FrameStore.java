package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The frames of a run as JPEG files named by their iterations, so that they take no memory and a
 * run that is resumed has those of its beginning.
 *
 * @param folder of the frames alone; need not exist
 */
record FrameStore(Path folder) {
  /** The longest side of a frame. */
  static final int LONGEST_SIDE = 1080;

  private static final float QUALITY = 0.92f;
  private static final String ENDING = ".jpg";
  private static final String NAMES = "[0-9]*" + ENDING;

  /**
   * Keeps an image, smaller if it is large.
   *
   * @throws IOException if it can't be kept; nothing is left of it then
   */
  void add(int iteration, RgbImage image) throws IOException {
    Files.createDirectories(folder);
    try {
      write(iteration, image);
    } catch (IOException e) {
      Files.deleteIfExists(file(iteration));
      throw e;
    }
  }

  private void write(int iteration, RgbImage image) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(iteration)))) {
      encode(
          Math.max(image.width(), image.height()) <= LONGEST_SIDE
              ? image
              : Resizer.fitLongestSide(image, LONGEST_SIDE),
          out);
    }
  }

  /** Writes a JPEG. */
  static void encode(RgbImage image, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(target);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(BufferedImages.of(image), null, null), settings);
    } finally {
      writer.dispose();
    }
  }

  private Path file(int iteration) {
    return folder.resolve("%09d".formatted(iteration) + ENDING);
  }

  /** The files of the frames, in their order. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, NAMES)) {
        found.forEach(files::add);
      }
    }
    Collections.sort(files);
    return files;
  }

  /** Reads a frame. */
  static RgbImage read(Path file) throws ImageFileException {
    return new ImageReader().read(file);
  }

  /** Deletes the frames from an iteration on. */
  void deleteFrom(int iteration) throws IOException {
    for (Path file : files()) {
      if (file.compareTo(file(iteration)) >= 0) {
        Files.delete(file);
      }
    }
  }

  /** Deletes all of it. */
  void delete() throws IOException {
    deleteFrom(0);
    Files.deleteIfExists(folder);
  }
}
