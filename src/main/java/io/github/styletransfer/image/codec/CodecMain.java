package io.github.styletransfer.image.codec;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/**
 * The process that decodes. It answers a {@link CodecRequest}, read from standard input, on
 * standard output: for each picture an empty text and its {@link CodedFrame}, five integers, then
 * its rows, each sample in two bytes, the lower one first; or else the name of a {@link
 * CodecException.Reason} and a message, and nothing more.
 */
final class CodecMain {
  static final String FRAME_FOLLOWS = "";

  private static final int BUFFER_BYTES = 1 << 16;

  private CodecMain() {}

  /** Called by a {@link CodecProcess} alone. */
  public static void main(String[] arguments) throws IOException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES))) {
      answer(CodecRequest.readFrom(in), out);
    }
  }

  private static void answer(CodecRequest request, DataOutputStream out) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(request.file(), "r")) {
      for (CodedImage image : request.images()) {
        try (DecodedPicture picture = PictureDecoder.decode(image, file, request.maxPixels())) {
          write(picture, out);
        }
      }
    } catch (CodecException e) {
      refuse(out, e.reason(), String.valueOf(e.getMessage()));
    } catch (LinkageError e) {
      refuse(out, CodecException.Reason.NO_DECODER, e.toString());
    } catch (OutOfMemoryError e) {
      refuse(out, CodecException.Reason.MEMORY, e.toString());
    }
  }

  private static void write(DecodedPicture picture, DataOutputStream out) throws IOException {
    CodedFrame frame = picture.frame();
    out.writeUTF(FRAME_FOLLOWS);
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

  static void refuse(DataOutputStream out, CodecException.Reason reason, String message)
      throws IOException {
    out.writeUTF(reason.name());
    out.writeUTF(message);
  }
}
