package io.github.styletransfer.job;

import io.github.styletransfer.image.ImageReader;
import io.github.styletransfer.transfer.InitialImage;
import java.io.IOException;
import java.util.List;

/** The value of {@code --init}, before an image that it may name is read. */
public sealed interface StartOption {
  /** The image to start from; reads the file if there is one. */
  InitialImage image(ImageReader reader) throws IOException;

  /** The files that are read. */
  List<InputFile> inputs();

  /** Noise, or one of the two images that are there anyway. */
  record BuiltIn(InitialImage image) implements StartOption {
    @Override
    public InitialImage image(ImageReader reader) {
      return image;
    }

    @Override
    public List<InputFile> inputs() {
      return List.of();
    }

    @Override
    public String toString() {
      return image.toString();
    }
  }

  /** An image file. */
  record ImageFile(InputFile file) implements StartOption {
    @Override
    public InitialImage image(ImageReader reader) throws IOException {
      return new InitialImage.Given(file.read(reader));
    }

    @Override
    public List<InputFile> inputs() {
      return List.of(file);
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }
}
