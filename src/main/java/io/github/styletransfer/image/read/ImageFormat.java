package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A format that can be read, told by the first bytes of the file, never by its name. */
enum ImageFormat {
  JPEG("JPEG", "\u00ff\u00d8\u00ff"),
  PNG("PNG", "\u0089PNG\r\n\u001a\n"),
  GIF("GIF", "GIF8"),
  BMP("BMP", "BM"),
  CAMERA_RAW(
      "camera raw",
      "IIU\0|IIRO|IIRS|MMOR|FUJIFILMCCD-RAW|FOVb|\0MRM|II\u001a\0\0\0HEAPCCDR|....ftypcrx "),
  TIFF("TIFF", "II*\0|MM\0*|II+\0|MM\0+"),
  WEBP("WebP", "RIFF....WEBP"),
  AVIF("AVIF", "....ftypavif|....ftypavis"),
  HEIC("HEIC", ""),
  JPEG_2000("JPEG 2000", "\0\0\0\fjP  |\u00ffO\u00ffQ"),
  JPEG_XL("JPEG XL", "\u00ff\n|\0\0\0\fJXL "),
  PSD("Photoshop", "8BPS"),
  ICO("icon", "\0\0\1\0.\0|\0\0\2\0.\0"),
  PNM("PNM", ""),
  PCX("PCX", ""),
  TGA("TGA", "");

  private static final int HEAD_BYTES = 512;

  private final String label;
  private final String signatures;

  ImageFormat(String label, String signatures) {
    this.label = label;
    this.signatures = signatures;
  }

  /**
   * The format of a file's content.
   *
   * @throws ImageFileException when there is no such file, or it isn't an image of these formats
   */
  static ImageFormat of(Path file) throws ImageFileException {
    if (Files.isDirectory(file)) {
      throw ReadFault.folder(file);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(HEAD_BYTES);
    } catch (NoSuchFileException e) {
      throw ReadFault.missing(file, e);
    } catch (AccessDeniedException e) {
      throw ReadFault.accessDenied(file, e);
    } catch (IOException e) {
      throw ReadFault.unreadable(file, e);
    }
    if (bytes.length == 0) {
      throw ReadFault.empty(file);
    }
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    for (ImageFormat format : values()) {
      if (!format.signatures.isEmpty() && Signature.matches(head, format.signatures)) {
        return format;
      }
    }
    return WeakSignature.of(file, head).orElseThrow(() -> ForeignContent.refuse(file, head));
  }

  /** What people call it. */
  @Override
  public String toString() {
    return label;
  }
}
