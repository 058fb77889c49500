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
  JPEG("\u00ff\u00d8\u00ff"),
  PNG("\u0089PNG\r\n\u001a\n"),
  GIF("GIF8"),
  BMP("BM"),
  TIFF("II*\0|MM\0*|II+\0|MM\0+"),
  WEBP("RIFF....WEBP");

  private static final int HEAD_BYTES = 512;

  private final String signatures;

  ImageFormat(String signatures) {
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
      if (Signature.matches(head, format.signatures)) {
        return format;
      }
    }
    throw ForeignContent.refuse(file, head);
  }
}
