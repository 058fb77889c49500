package io.github.styletransfer.image.write;

import java.awt.image.BufferedImage;
import javax.imageio.IIOException;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How an image is encoded.
 *
 * @param parameters the encoder's parameters
 * @param metadata the metadata to write, none for the encoder's own
 */
record EncoderSettings(ImageWriteParam parameters, @Nullable IIOMetadata metadata) {
  private static final float JPEG_QUALITY = 0.95f;
  private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";

  static EncoderSettings of(javax.imageio.ImageWriter encoder, String format) throws IIOException {
    ImageWriteParam parameters = encoder.getDefaultWriteParam();
    if (format.equals("tiff")) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("LZW");
    }
    if (!format.equals("jpeg")) {
      return new EncoderSettings(parameters, null);
    }
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(JPEG_QUALITY);
    return new EncoderSettings(parameters, withFullChroma(encoder, parameters));
  }

  private static IIOMetadata withFullChroma(
      javax.imageio.ImageWriter encoder, ImageWriteParam parameters) throws IIOException {
    IIOMetadata metadata =
        encoder.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR),
            parameters);
    Element root = (Element) metadata.getAsTree(JPEG_METADATA);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(JPEG_METADATA, root);
    return metadata;
  }
}
