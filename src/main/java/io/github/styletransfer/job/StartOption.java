package io.github.styletransfer.job;

import io.github.styletransfer.descent.InitialImage;
import io.github.styletransfer.image.read.ImageReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of {@code --init}, before an image that it may name is read. */
public sealed interface StartOption {
  /** The option itself. */
  String INIT = "init";

  /** The option of the noise's seed. */
  String SEED = "seed";

  /** Start from noise. */
  String NOISE = "noise";

  /** Start from the photo. */
  String CONTENT = "content";

  /** Start from the painting. */
  String STYLE = "style";

  /** The image to start from; reads the file if there is one. */
  InitialImage image(ImageReader reader) throws IOException;

  /** The files that are read. */
  List<InputFile> inputs();

  /** Names and values of the options that ask for it, in the order of {@code --help}. */
  Map<String, String> options();

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
    public Map<String, String> options() {
      Map<String, String> options = new LinkedHashMap<>();
      if (image instanceof InitialImage.Noise noise) {
        options.put(INIT, NOISE);
        options.put(SEED, Long.toString(noise.seed()));
      } else {
        options.put(INIT, image instanceof InitialImage.Content ? CONTENT : STYLE);
      }
      return options;
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
    public Map<String, String> options() {
      return Map.of(INIT, file.recorded().toString());
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }
}
