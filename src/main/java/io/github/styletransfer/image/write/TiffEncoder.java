package io.github.styletransfer.image.write;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.metadata.PictureFacts;
import io.github.styletransfer.image.metadata.PictureFields;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.ExifGPSTagSet;
import javax.imageio.plugins.tiff.ExifParentTIFFTagSet;
import javax.imageio.plugins.tiff.ExifTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import javax.imageio.stream.ImageOutputStream;

/** Writes TIFF, with its profile and facts as fields. */
final class TiffEncoder implements Encoder {
  private static final int XMP = 700;

  @Override
  public void write(BufferedImage image, FileSettings settings, ImageOutputStream out)
      throws IOException {
    ImageWriter encoder = Encoder.ofJdk("tiff");
    ImageWriteParam parameters = encoder.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType("LZW");
    TIFFDirectory directory =
        TIFFDirectory.createFromMetadata(
            encoder.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), parameters));
    PictureFacts facts = settings.facts();
    addAll(directory, PictureFields.image(facts));
    addBytes(
        directory,
        BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_ICC_PROFILE),
        TIFFTag.TIFF_UNDEFINED,
        Profiles.bytes(image));
    facts
        .xmp()
        .ifPresent(
            packet ->
                addBytes(
                    directory,
                    new TIFFTag("XMP", XMP, 1 << TIFFTag.TIFF_BYTE),
                    TIFFTag.TIFF_BYTE,
                    packet.getBytes(StandardCharsets.UTF_8)));
    if (!facts.isEmpty()) {
      ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
      addDirectory(
          directory,
          ExifParentTIFFTagSet.TAG_EXIF_IFD_POINTER,
          ExifTIFFTagSet.getInstance(),
          PictureFields.capture(facts, size, Profiles.isSrgb(image)));
    }
    if (!facts.exif().place().isEmpty()) {
      addDirectory(
          directory,
          ExifParentTIFFTagSet.TAG_GPS_INFO_IFD_POINTER,
          ExifGPSTagSet.getInstance(),
          facts.exif().place());
    }
    IIOMetadata metadata = directory.getAsMetadata();
    Encoder.write(encoder, parameters, image, metadata, out);
  }

  private static void addDirectory(
      TIFFDirectory parent, int tag, TIFFTagSet tags, Collection<TIFFField> fields) {
    TIFFTag pointer = ExifParentTIFFTagSet.getInstance().getTag(tag);
    TIFFDirectory directory = new TIFFDirectory(new TIFFTagSet[] {tags}, pointer);
    addAll(directory, fields);
    parent.addTIFFField(new TIFFField(pointer, TIFFTag.TIFF_LONG, 1L, directory));
  }

  private static void addAll(TIFFDirectory directory, Collection<TIFFField> fields) {
    fields.forEach(field -> directory.addTIFFField(inUtf8(field)));
  }

  /** The encoder writes the low byte of each character. */
  private static TIFFField inUtf8(TIFFField field) {
    if (field.getType() != TIFFTag.TIFF_ASCII) {
      return field;
    }
    byte[] bytes = field.getAsString(0).getBytes(StandardCharsets.UTF_8);
    String[] text = {new String(bytes, StandardCharsets.ISO_8859_1)};
    return new TIFFField(field.getTag(), TIFFTag.TIFF_ASCII, 1, text);
  }

  private static void addBytes(TIFFDirectory directory, TIFFTag tag, int type, byte[] bytes) {
    directory.addTIFFField(new TIFFField(tag, type, bytes.length, bytes));
  }
}
