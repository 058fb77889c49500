package io.github.styletransfer.image.metadata;

import java.util.List;
import javax.imageio.plugins.tiff.TIFFField;

/**
 * Fields of Exif data, by the directory they are in.
 *
 * @param image of the first directory: camera, author
 * @param capture of the Exif directory: how the photo was taken
 * @param place of the GPS directory
 */
public record ExifFields(List<TIFFField> image, List<TIFFField> capture, List<TIFFField> place) {
  /** No fields. */
  public static final ExifFields NONE = new ExifFields(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ExifFields {
    image = List.copyOf(image);
    capture = List.copyOf(capture);
    place = List.copyOf(place);
  }
}
