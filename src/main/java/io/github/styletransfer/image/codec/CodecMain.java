package io.github.styletransfer.image.codec;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/**
 * The process that decodes what a {@link CodecRequest} asks for. Its answer ({@link CodecAnswer})
 * for each picture is a {@link CodedFrame}, five integers, then the rows, each sample in two bytes,
 * the lower one first.
 */
final class CodecMain {
  private CodecMain() {}

  /** Called by a {@link CodecProcess} alone. */
  public static void main(String[] arguments) throws IOException {
    CodecAnswer.give((in, out) -> answer(CodecRequest.readFrom(in), out));
  }

  private static void answer(CodecRequest request, DataOutputStream out) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(request.file(), "r")) {
      for (CodedImage image : request.images()) {
        try (DecodedPicture picture = PictureDecoder.decode(image, file, request.maxPixels())) {
          write(picture, out);
        }
      }
    }
  }

  private static void write(DecodedPicture picture, DataOutputStream out) throws IOException {
    CodedFrame frame = picture.frame();
    CodecAnswer.begin(out);
    out.writeInt(frame.width());
    out.writeInt(frame.height());
    out.writeInt(frame.channels());
    out.writeInt(frame.primaries());
    out.writeInt(frame.transfer());
    byte[] row = new byte[frame.width() * frame.channels() * Short.BYTES];
    for (int y = 0; y < frame.height(); y++) {
      picture.row(y, ByteBuffer.wrap(row));
      out.write(row);
    }
  }
}
