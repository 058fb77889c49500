package io.github.styletransfer.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/**
 * Paints the sample images in input/, all of them or those named. Everything in them is computed;
 * nothing is taken from another image. input/README.md says how to run it.
 */
final class PaintSamples {
  private PaintSamples() {}

  /** A picture, and as how good a JPEG file it is saved. */
  private record Sample(Supplier<Picture> picture, double quality) {}

  /** Arguments: the folder, input by default, and the pictures, such as {@code style/ink}. */
  public static void main(String... arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Map<String, Sample> samples = new LinkedHashMap<>();
    samples.put("content/skyline", new Sample(Skyline::new, 0.75));
    samples.put("content/lake", new Sample(Lake::new, 0.72));
    samples.put("content/still-life", new Sample(StillLife::new, 0.84));
    samples.put("style/swirls", new Sample(Swirls::new, 0.64));
    samples.put("style/bands", new Sample(Bands::new, 0.68));
    samples.put("style/mosaic", new Sample(Mosaic::new, 0.55));
    samples.put("style/ink", new Sample(Ink::new, 0.59));

    Path folder = Path.of(arguments.length == 0 ? "input" : arguments[0]);
    List<String> wanted = List.of(arguments).stream().skip(1).toList();
    for (Map.Entry<String, Sample> sample : samples.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(sample.getKey())) {
        save(sample.getValue(), folder.resolve(sample.getKey() + ".jpg"));
      }
    }
  }

  private static void save(Sample sample, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    if (settings instanceof JPEGImageWriteParam jpeg) {
      jpeg.setOptimizeHuffmanTables(true);
    }
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality((float) sample.quality());
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(
          null, new IIOImage(sample.picture().get().paint().toImage(), null, null), settings);
    } finally {
      writer.dispose();
    }
  }
}
