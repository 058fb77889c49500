package io.github.styletransfer.image.write;

import io.github.styletransfer.image.BufferedImages;
import io.github.styletransfer.image.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;

/** Images as the bytes of a JPEG file, for pages, which need no more of it. */
public final class EncodedImage {
  private EncodedImage() {}

  /**
   * A JPEG.
   *
   * @param quality 0..1
   */
  public static byte[] jpeg(RgbImage image, float quality) throws IOException {
    return jpeg(image, quality, Chroma.QUARTER);
  }

  /**
   * A JPEG.
   *
   * @param quality 0..1
   * @param chroma how many pixels share their colour
   */
  public static byte[] jpeg(RgbImage image, float quality, Chroma chroma) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    BufferedImage pixels = BufferedImages.of(image);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(pixels), parameters);
    Element root = (Element) metadata.getAsTree(JpegEncoder.METADATA);
    JpegEncoder.setSampling(root, chroma);
    metadata.setFromTree(JpegEncoder.METADATA, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, metadata), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
