package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.palette.Dithering;
import io.github.styletransfer.image.palette.Palette;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a film as an animated GIF that begins again at its end. */
final class GifAnimation {
  private static final int BITS = 8;
  private static final int MILLISECONDS_OF_UNIT = 10;
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /** In Netscape's extension: a block of one byte that is 1, and no number of repetitions. */
  private static final byte[] FOR_EVER = {1, 0, 0};

  private GifAnimation() {}

  static void write(Film film, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(target);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < film.count(); i++) {
        BufferedImage image = indexed(film.frame(i));
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        describe(metadata, image, film.duration(i), i == 0);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
        target.flushBefore(target.getStreamPosition());
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage indexed(RgbImage image) {
    Palette palette = Palette.of(image, Palette.MOST_COLORS);
    byte[][] channels = new byte[RgbImage.CHANNELS][palette.size()];
    for (int i = 0; i < palette.size(); i++) {
      for (int c = 0; c < RgbImage.CHANNELS; c++) {
        channels[c][i] = (byte) (palette.color(i) >> (Byte.SIZE * (2 - c)));
      }
    }
    BufferedImage indexed =
        new BufferedImage(
            image.width(),
            image.height(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(BITS, palette.size(), channels[0], channels[1], channels[2]));
    indexed
        .getRaster()
        .setDataElements(0, 0, image.width(), image.height(), Dithering.indices(image, palette));
    return indexed;
  }

  /** Without a palette of its own, an image would get the writer's. */
  private static void describe(
      IIOMetadata metadata, BufferedImage image, int milliseconds, boolean first)
      throws IOException {
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode descriptor = new IIOMetadataNode("ImageDescriptor");
    descriptor.setAttribute("imageLeftPosition", "0");
    descriptor.setAttribute("imageTopPosition", "0");
    descriptor.setAttribute("imageWidth", Integer.toString(image.getWidth()));
    descriptor.setAttribute("imageHeight", Integer.toString(image.getHeight()));
    descriptor.setAttribute("interlaceFlag", "FALSE");
    root.appendChild(descriptor);
    root.appendChild(palette((IndexColorModel) image.getColorModel()));
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(milliseconds / MILLISECONDS_OF_UNIT));
    root.appendChild(control);
    if (first) {
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(FOR_EVER.clone());
      IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
      extensions.appendChild(loop);
      root.appendChild(extensions);
    }
    metadata.mergeTree(FORMAT, root);
  }

  /** Of as many colours as can be, which is a power of two. */
  private static IIOMetadataNode palette(IndexColorModel colors) {
    IIOMetadataNode table = new IIOMetadataNode("LocalColorTable");
    table.setAttribute("sizeOfLocalColorTable", Integer.toString(Palette.MOST_COLORS));
    table.setAttribute("sortFlag", "FALSE");
    for (int i = 0; i < Palette.MOST_COLORS; i++) {
      int index = Math.min(i, colors.getMapSize() - 1);
      IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
      entry.setAttribute("index", Integer.toString(i));
      entry.setAttribute("red", Integer.toString(colors.getRed(index)));
      entry.setAttribute("green", Integer.toString(colors.getGreen(index)));
      entry.setAttribute("blue", Integer.toString(colors.getBlue(index)));
      table.appendChild(entry);
    }
    return table;
  }
}
