package io.github.styletransfer.run;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.read.ImageReader;
import io.github.styletransfer.job.InputFile;
import io.github.styletransfer.job.UserException;
import java.io.IOException;

/** Where jobs get their images from: the files themselves, or what is kept of them. */
public interface ImageSource {
  /** Every image is read when it is asked for. */
  ImageSource FILES =
      new ImageSource() {
        @Override
        public RgbImage photo(InputFile file, ImageReader reader) throws ImageFileException {
          return file.read(reader);
        }

        @Override
        public FittedPainting painting(PaintingKey key, PaintingReader reader)
            throws IOException, UserException {
          return reader.read();
        }
      };

  /**
   * A painting as a job needs it.
   *
   * @param file of the painting
   * @param maxPixels that it may have
   * @param width that it is resized to, in pixels
   * @param resampling how it is resized
   */
  record PaintingKey(InputFile file, long maxPixels, int width, Resampling resampling) {}

  /**
   * A resized painting.
   *
   * @param given its size in its file
   */
  record FittedPainting(RgbImage image, ImageSize given) {}

  /** Reads and resizes a painting. */
  @FunctionalInterface
  interface PaintingReader {
    /** Does it now. */
    FittedPainting read() throws IOException, UserException;
  }

  /** A photo in its own size. */
  RgbImage photo(InputFile file, ImageReader reader) throws ImageFileException;

  /**
   * A painting at the width that a job wants.
   *
   * @param reader reads it if it isn't kept
   */
  FittedPainting painting(PaintingKey key, PaintingReader reader) throws IOException, UserException;
}
