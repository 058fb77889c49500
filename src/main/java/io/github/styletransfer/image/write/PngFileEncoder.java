package io.github.styletransfer.image.write;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.metadata.ExifBlock;
import io.github.styletransfer.image.metadata.PictureFacts;
import io.github.styletransfer.image.metadata.Resolution;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes PNG, with its colours, Exif data, XMP packet and texts in chunks of their own. */
final class PngFileEncoder implements Encoder {
  private static final String METADATA = "javax_imageio_png_1.0";
  private static final String XMP = "XML:com.adobe.xmp";
  private static final double CENTIMETRES_OF_METRE = 100;

  /** What the specification asks for beside the chunk that says sRGB, times 100,000. */
  private static final String SRGB_GAMMA = "45455";

  private static final String[][] SRGB_CHROMATICITIES = {
    {"whitePointX", "31270"}, {"whitePointY", "32900"},
    {"redX", "64000"}, {"redY", "33000"},
    {"greenX", "30000"}, {"greenY", "60000"},
    {"blueX", "15000"}, {"blueY", "6000"}
  };

  @Override
  public void write(BufferedImage image, FileSettings settings, ImageOutputStream out)
      throws IOException {
    ImageWriter encoder = Encoder.ofJdk("png");
    ImageWriteParam parameters = encoder.getDefaultWriteParam();
    IIOMetadata metadata =
        encoder.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), parameters);
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    addColors(root, image);
    addFacts(root, image, settings.facts());
    metadata.mergeTree(METADATA, root);
    Encoder.write(encoder, parameters, image, metadata, out);
  }

  private static void addColors(IIOMetadataNode root, BufferedImage image) throws IOException {
    if (Profiles.isSrgb(image)) {
      child(root, "sRGB", "renderingIntent", "Perceptual");
      child(root, "gAMA", "value", SRGB_GAMMA);
      IIOMetadataNode chromaticities = child(root, "cHRM");
      for (String[] value : SRGB_CHROMATICITIES) {
        chromaticities.setAttribute(value[0], value[1]);
      }
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream deflated = new DeflaterOutputStream(bytes)) {
      deflated.write(Profiles.bytes(image));
    }
    child(root, "iCCP", "profileName", "ICC profile", "compressionMethod", "deflate")
        .setUserObject(bytes.toByteArray());
  }

  private static void addFacts(IIOMetadataNode root, BufferedImage image, PictureFacts facts)
      throws IOException {
    if (facts.isEmpty()) {
      return;
    }
    facts.resolution().ifPresent(resolution -> addResolution(root, resolution));
    IIOMetadataNode texts = child(root, "iTXt");
    facts.software().ifPresent(text -> addText(texts, "Software", text));
    facts.description().ifPresent(text -> addText(texts, "Description", text));
    facts.xmp().ifPresent(packet -> addText(texts, XMP, packet));
    ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
    child(child(root, "UnknownChunks"), "UnknownChunk", "type", "eXIf")
        .setUserObject(ExifBlock.of(facts, size, Profiles.isSrgb(image)));
  }

  private static void addResolution(IIOMetadataNode root, Resolution resolution) {
    child(
        root,
        "pHYs",
        "pixelsPerUnitXAxis",
        perMetre(resolution.horizontal()),
        "pixelsPerUnitYAxis",
        perMetre(resolution.vertical()),
        "unitSpecifier",
        "meter");
  }

  private static String perMetre(double perInch) {
    return Long.toString(Math.round(perInch * CENTIMETRES_OF_METRE / Resolution.CENTIMETRES));
  }

  private static void addText(IIOMetadataNode texts, String keyword, String text) {
    child(
        texts,
        "iTXtEntry",
        "keyword",
        keyword,
        "compressionFlag",
        "FALSE",
        "compressionMethod",
        "0",
        "languageTag",
        "",
        "translatedKeyword",
        "",
        "text",
        text);
  }

  private static IIOMetadataNode child(
      IIOMetadataNode parent, String name, String... namesAndValues) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      node.setAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
    parent.appendChild(node);
    return node;
  }
}
