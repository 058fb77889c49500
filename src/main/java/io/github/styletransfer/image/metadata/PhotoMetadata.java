package io.github.styletransfer.image.metadata;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jfif.JfifReader;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads Exif data, XMP and the resolution of image files. Of PNG files, no chunk is read that may
 * inflate to anything.
 */
final class PhotoMetadata {
  private static final String EXIF = "eXIf";
  private static final String TEXT = "iTXt";
  private static final String RESOLUTION = "pHYs";

  /** Keyword, no compression, no language, no translation. */
  private static final String XMP = "XML:com.adobe.xmp\0\0\0\0\0";

  private PhotoMetadata() {}

  static Metadata of(Path file) throws IOException, ImageProcessingException {
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      FileType type = FileTypeDetector.detectFileType(in);
      return switch (type) {
        case Unknown, Gif, Bmp -> new Metadata();
        case Jpeg ->
            JpegMetadataReader.readMetadata(
                in, List.of(new ExifReader(), new XmpReader(), new JfifReader()));
        case Png -> ofPng(in);
        default -> ImageMetadataReader.readMetadata(in, Files.size(file), type);
      };
    }
  }

  private static Metadata ofPng(InputStream in) throws IOException, ImageProcessingException {
    Metadata metadata = new Metadata();
    Set<PngChunkType> wanted =
        Set.of(new PngChunkType(EXIF), new PngChunkType(TEXT, true), new PngChunkType(RESOLUTION));
    for (PngChunk chunk : new PngChunkReader().extract(new StreamReader(in), wanted)) {
      byte[] bytes = chunk.getBytes();
      switch (chunk.getType().getIdentifier()) {
        case EXIF -> new ExifReader().extract(new ByteArrayReader(bytes), metadata);
        case TEXT -> addXmp(bytes, metadata);
        default -> addResolution(bytes, metadata);
      }
    }
    return metadata;
  }

  private static void addXmp(byte[] text, Metadata metadata) {
    byte[] start = XMP.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer found = ByteBuffer.wrap(text, 0, Math.min(start.length, text.length));
    if (found.equals(ByteBuffer.wrap(start))) {
      new XmpReader().extract(text, start.length, text.length - start.length, metadata, null);
    }
  }

  private static void addResolution(byte[] chunk, Metadata metadata) throws IOException {
    PngDirectory directory = new PngDirectory(PngChunkType.pHYs);
    ByteArrayReader reader = new ByteArrayReader(chunk);
    directory.setInt(PngDirectory.TAG_PIXELS_PER_UNIT_X, reader.getInt32(0));
    directory.setInt(PngDirectory.TAG_PIXELS_PER_UNIT_Y, reader.getInt32(Integer.BYTES));
    directory.setInt(PngDirectory.TAG_UNIT_SPECIFIER, reader.getInt8(2 * Integer.BYTES));
    metadata.addDirectory(directory);
  }
}
