package io.github.styletransfer.image.write;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.WebpEncoder;
import io.github.styletransfer.image.metadata.ExifBlock;
import io.github.styletransfer.image.metadata.PictureFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.stream.ImageOutputStream;

/** Writes WebP: with loss, or without at the best quality. */
final class WebpFileEncoder implements Encoder {
  private static final int BYTES = 4;
  private static final byte OPAQUE = (byte) 255;

  @Override
  public void write(BufferedImage image, FileSettings settings, ImageOutputStream out)
      throws IOException {
    PictureFacts facts = settings.facts();
    ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
    Optional<byte[]> exif =
        facts.isEmpty()
            ? Optional.empty()
            : Optional.of(ExifBlock.of(facts, size, Profiles.isSrgb(image)));
    boolean alpha = image.getColorModel().hasAlpha();
    out.write(
        new WebpContainer(encoded(image, settings.quality()), size.width(), size.height(), alpha)
            .with(
                Profiles.bytes(image),
                exif,
                facts.xmp().map(packet -> packet.getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] encoded(BufferedImage image, int quality) throws IOException {
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    byte[] row = new byte[width * bands];
    return WebpEncoder.encode(
        width,
        image.getHeight(),
        quality,
        (y, bgra) -> {
          image.getRaster().getDataElements(0, y, width, 1, row);
          for (int x = 0; x < width; x++) {
            bgra[x * BYTES] = row[x * bands + 2];
            bgra[x * BYTES + 1] = row[x * bands + 1];
            bgra[x * BYTES + 2] = row[x * bands];
            bgra[x * BYTES + RgbImage.CHANNELS] =
                bands == BYTES ? row[x * bands + RgbImage.CHANNELS] : OPAQUE;
          }
        });
  }
}
