package io.github.styletransfer.image.write;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.metadata.ExifBlock;
import io.github.styletransfer.image.metadata.PictureFacts;
import io.github.styletransfer.image.metadata.Resolution;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes JPEG, with its profile, Exif data and XMP packet in segments of their own. */
final class JpegEncoder implements Encoder {
  private static final Logger LOG = LoggerFactory.getLogger(JpegEncoder.class);
  static final String METADATA = "javax_imageio_jpeg_image_1.0";
  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PROFILE = "ICC_PROFILE\0";
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int MOST_BYTES = 0xffff - Short.BYTES;
  private static final String PIXELS_PER_INCH = "1";

  @Override
  public void write(BufferedImage image, FileSettings settings, ImageOutputStream out)
      throws IOException {
    ImageWriter encoder = Encoder.ofJdk("jpeg");
    ImageWriteParam parameters = encoder.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(settings.quality() / (float) FileSettings.MOST_QUALITY);
    IIOMetadata metadata =
        encoder.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR),
            parameters);
    Element root = (Element) metadata.getAsTree(METADATA);
    setSampling(root, settings.chroma());
    settings.facts().resolution().ifPresent(resolution -> setDensity(root, resolution));
    addSegments(root, image, settings.facts());
    metadata.setFromTree(METADATA, root);
    Encoder.write(encoder, parameters, image, metadata, out);
  }

  /** The first component is brightness, which has more samples than the others. */
  static void setSampling(Element root, Chroma chroma) {
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", Integer.toString(i == 0 ? chroma.width() : 1));
      component.setAttribute("VsamplingFactor", Integer.toString(i == 0 ? chroma.height() : 1));
    }
  }

  private static void setDensity(Element root, Resolution resolution) {
    Element header = (Element) root.getElementsByTagName("app0JFIF").item(0);
    header.setAttribute("resUnits", PIXELS_PER_INCH);
    header.setAttribute("Xdensity", density(resolution.horizontal()));
    header.setAttribute("Ydensity", density(resolution.vertical()));
  }

  private static String density(double pixelsPerInch) {
    return Long.toString(Math.max(1, Math.min(0xffff, Math.round(pixelsPerInch))));
  }

  /** Exif data come first among a file's segments, and all before what the pixels need. */
  private static void addSegments(Element root, BufferedImage image, PictureFacts facts)
      throws IOException {
    List<IIOMetadataNode> segments = new ArrayList<>();
    if (!facts.isEmpty()) {
      ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
      add(segments, EXIF, ExifBlock.of(facts, size, Profiles.isSrgb(image)));
    }
    facts.xmp().ifPresent(packet -> add(segments, XMP, packet.getBytes(StandardCharsets.UTF_8)));
    addProfile(segments, Profiles.bytes(image));
    Element sequence = (Element) root.getElementsByTagName("markerSequence").item(0);
    Node first = sequence.getFirstChild();
    segments.forEach(segment -> sequence.insertBefore(segment, first));
  }

  private static void add(List<IIOMetadataNode> segments, String name, byte[] content) {
    if (name.length() + content.length > MOST_BYTES) {
      LOG.debug("{} bytes are too many for a segment of a JPEG file", content.length);
      return;
    }
    segments.add(segment(APP1, name, new byte[0], content, 0, content.length));
  }

  /** A long profile is cut into parts, which are counted. */
  private static void addProfile(List<IIOMetadataNode> segments, byte[] profile) {
    int most = MOST_BYTES - PROFILE.length() - 2;
    int count = (profile.length + most - 1) / most;
    for (int i = 0; i < count; i++) {
      int start = i * most;
      int length = Math.min(most, profile.length - start);
      byte[] place = {(byte) (i + 1), (byte) count};
      segments.add(segment(APP2, PROFILE, place, profile, start, length));
    }
  }

  private static IIOMetadataNode segment(
      int marker, String name, byte[] place, byte[] content, int start, int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(place);
    bytes.write(content, start, length);
    IIOMetadataNode node = new IIOMetadataNode("unknown");
    node.setAttribute("MarkerTag", Integer.toString(marker));
    node.setUserObject(bytes.toByteArray());
    return node;
  }
}
