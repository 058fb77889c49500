package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.codec.CodecException;
import io.github.styletransfer.image.codec.CodecException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads WebP files by two decoders. FFmpeg's is exact where there is loss; where there is none, the
 * plugin is, too, needs no process, and knows animations.
 *
 * @param coded FFmpeg's decoder, for still pictures
 * @param plugin for those without loss, animations, and where there is no other
 */
record WebpReader(CodedReader coded, PluginReader plugin) implements FormatReader {
  private static final Logger LOG = LoggerFactory.getLogger(WebpReader.class);

  static WebpReader of(PixelLimit limit) {
    return new WebpReader(
        new CodedReader(ImageFormat.WEBP, limit), new PluginReader(ImageFormat.WEBP, limit));
  }

  @Override
  public ImageSize size(Path file) throws IOException {
    return WebpFrame.of(file).canvas().isPresent() ? plugin.size(file) : coded.size(file);
  }

  @Override
  public ReadPicture read(Path file, String name) throws IOException {
    WebpFrame frame = WebpFrame.of(file);
    if (frame.canvas().isPresent()) {
      return plugin.read(file, name);
    }
    return frame.lossy() ? readLossy(file, name) : readLossless(file, name);
  }

  private ReadPicture readLossy(Path file, String name) throws IOException {
    try {
      return coded.read(file, name);
    } catch (CodecException e) {
      if (e.reason() != Reason.NO_DECODER) {
        throw e;
      }
      LOG.debug("There is no better decoder of WebP files", e);
      return plugin.read(file, name);
    }
  }

  private ReadPicture readLossless(Path file, String name) throws IOException {
    try {
      return plugin.read(file, name);
    } catch (ImageFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      try {
        return coded.read(file, name);
      } catch (IOException | RuntimeException second) {
        e.addSuppressed(second);
        throw e;
      }
    }
  }

  @Override
  public Optional<byte[]> profile(Path file) throws IOException {
    return plugin.profile(file);
  }
}
