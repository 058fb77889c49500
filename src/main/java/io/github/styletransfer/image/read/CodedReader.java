package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.profile.IccConversion;
import io.github.styletransfer.image.profile.SrgbConversion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads HEIC, AVIF, JPEG 2000 and still WebP files.
 *
 * @param format one of these
 * @param limit of the pixels that are decoded
 */
record CodedReader(ImageFormat format, PixelLimit limit) implements FormatReader {
  private static final Logger LOG = LoggerFactory.getLogger(CodedReader.class);

  @Override
  public ImageSize size(Path file) throws IOException {
    CodedPicture picture = CodedPicture.of(file, format);
    return picture.orientation().upright(picture.size());
  }

  @Override
  public ReadPicture read(Path file, String name) throws IOException {
    CodedPicture picture = CodedPicture.of(file, format);
    limit.check(file, picture.picture().colors().size());
    Optional<byte[]> stored = picture.profile();
    Optional<SrgbConversion> profile = stored.flatMap(IccConversion::of);
    if (profile.isEmpty() && stored.isPresent()) {
      LOG.warn("{} has a colour profile that can't be used: it is ignored", name);
    }
    return picture.decode(
        profile,
        limit.most(),
        rows -> {
          PixelConverter converter = new PixelConverter(picture.size(), rows);
          return converter.convert(picture.orientation());
        });
  }

  @Override
  public Optional<byte[]> profile(Path file) throws IOException {
    return CodedPicture.of(file, format).profile();
  }
}
