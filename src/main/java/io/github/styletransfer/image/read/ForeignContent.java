package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Content that can't be read as an image but can be told to the user by name. */
enum ForeignContent {
  QOI("qoif", "QOI", true),
  OPEN_EXR("v/1\1", "OpenEXR", true),
  RADIANCE("#?RADIANCE|#?RGBE", "Radiance HDR", true),
  DDS("DDS ", "DDS", true),
  JPEG_XR("II\u00bc\1", "JPEG XR", true),
  GIMP("gimp xcf", "GIMP (XCF)", true),
  POSTSCRIPT("%!PS|\u00c5\u00d0\u00d3\u00c6", "PostScript", true),
  APPLE_ICON("icns", "Apple icon", true),
  SGI("\1\u00da", "SGI", true),
  SUN_RASTER("Y\u00a6j\u0095", "Sun raster", true),
  XPM("/* XPM", "XPM", true),
  DJVU("AT&TFORM", "DjVu", true),
  FITS("SIMPLE  =", "FITS", true),
  METAFILE("\u00d7\u00cd\u00c6\u009a", "Windows metafile", true),
  BITMAP_ARRAY("BA....\0\0|BA......................BM", "OS/2 bitmap array", true),
  BPG("BPG\u00fb", "BPG", true),
  FLIF("FLIF", "FLIF", true),
  AMIGA("FORM....ILBM|FORM....PBM ", "IFF", true),
  FILM(
      "....ftyp|RIFF....AVI |\u001aE\u00df\u00a3|....moov|....mdat|....wide|FLV\1|OggS",
      "a film",
      false),
  SOUND("ID3|RIFF....WAVE|fLaC", "sound", false),
  PDF("%PDF", "a PDF document", false),
  ZIP("PK\3\4", "a ZIP archive or an office document", false),
  ARCHIVE("\u001f\u008b|7z\u00bc\u00af|Rar!|BZh|\u00fd7zXZ", "an archive", false),
  PROGRAM("\u007fELF|MZ", "a program", false);

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
