package io.github.styletransfer.image.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the decoding process is asked for, in its standard input.
 *
 * @param file that the pictures are in
 * @param images the pictures, in the order in which they are to be decoded
 * @param maxPixels the most pixels one of them may have
 */
record CodecRequest(String file, List<CodedImage> images, long maxPixels) {
  void writeTo(DataOutput out) throws IOException {
    out.writeUTF(file);
    out.writeLong(maxPixels);
    out.writeInt(images.size());
    for (CodedImage image : images) {
      out.writeUTF(image.codec().name());
      writeRanges(out, image.configuration().stream().toList());
      writeRanges(out, image.data());
      out.writeBoolean(image.encoding().isPresent());
      if (image.encoding().isPresent()) {
        out.writeInt(image.encoding().get().matrix());
        out.writeBoolean(image.encoding().get().fullRange());
      }
    }
  }

  private static void writeRanges(DataOutput out, List<ByteRange> ranges) throws IOException {
    out.writeInt(ranges.size());
    for (ByteRange range : ranges) {
      out.writeLong(range.offset());
      out.writeLong(range.length());
    }
  }

  static CodecRequest readFrom(DataInput in) throws IOException {
    String file = in.readUTF();
    long maxPixels = in.readLong();
    int count = in.readInt();
    List<CodedImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Codec codec = Codec.valueOf(in.readUTF());
      Optional<ByteRange> configuration = readRanges(in).stream().findFirst();
      List<ByteRange> data = readRanges(in);
      Optional<YuvEncoding> encoding =
          in.readBoolean()
              ? Optional.of(new YuvEncoding(in.readInt(), in.readBoolean()))
              : Optional.empty();
      images.add(new CodedImage(codec, configuration, data, encoding));
    }
    return new CodecRequest(file, images, maxPixels);
  }

  private static List<ByteRange> readRanges(DataInput in) throws IOException {
    int count = in.readInt();
    List<ByteRange> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranges.add(new ByteRange(in.readLong(), in.readLong()));
    }
    return ranges;
  }
}
