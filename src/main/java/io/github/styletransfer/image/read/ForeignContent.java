package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Content that can't be read as an image but can be told to the user by name. */
enum ForeignContent {
  HEIC("....ftyphei|....ftyphev|....ftypmif1|....ftypmsf1", "HEIC", true),
  AVIF("....ftypavif|....ftypavis", "AVIF", true),
  JPEG_XL("\u00ff\n|\0\0\0\fJXL ", "JPEG XL", true),
  JPEG_2000("\0\0\0\fjP  |\u00ffO\u00ffQ", "JPEG 2000", true),
  PHOTOSHOP("8BPS", "Photoshop", true),
  PDF("%PDF", "a PDF document", false),
  ZIP("PK\3\4", "a ZIP archive or an office document", false);

  private static final int FIRST_PRINTABLE = ' ';

  private final String signatures;
  private final String description;
  private final boolean image;

  ForeignContent(String signatures, String description, boolean image) {
    this.signatures = signatures;
    this.description = description;
    this.image = image;
  }

  /** What to tell the user about a file whose first bytes belong to no readable format. */
  static ImageFileException refuse(Path file, String head) {
    for (ForeignContent content : values()) {
      if (Signature.matches(head, content.signatures)) {
        return content.image
            ? ReadFault.unsupportedFormat(file, content.description)
            : ReadFault.notAnImage(file, content.description);
      }
    }
    String text = head.toLowerCase(Locale.ROOT);
    if (text.contains("<svg")) {
      return ReadFault.unsupportedFormat(file, "SVG");
    }
    if (text.contains("<html") || text.contains("<!doctype html")) {
      return ReadFault.notAnImage(file, "a web page (HTML)");
    }
    return ReadFault.notAnImage(file, isText(head) ? "text" : "data of an unknown kind");
  }

  private static boolean isText(String head) {
    return head.chars().allMatch(c -> c >= FIRST_PRINTABLE || Character.isWhitespace(c));
  }
}
