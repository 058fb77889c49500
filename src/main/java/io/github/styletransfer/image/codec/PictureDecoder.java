package io.github.styletransfer.image.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Has libavcodec decode a picture. */
final class PictureDecoder implements AutoCloseable {
  /** Damage is an error; libavcodec would paint over it. */
  private static final int REPORT_DAMAGE = avcodec.AV_EF_EXPLODE | avcodec.AV_EF_CRCCHECK;

  /** ENOMEM, the same on all systems, as an error of FFmpeg's. */
  private static final int OUT_OF_MEMORY = -12;

  private static final int CHUNK_BYTES = 1 << 16;
  private static final int MOST_THREADS = 8;

  private final CodedImage image;
  private final AVCodecContext context;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = avutil.av_frame_alloc();

  private PictureDecoder(CodedImage image, AVCodecContext context) {
    this.image = image;
    this.context = context;
  }

  /**
   * Decodes a picture.
   *
   * @throws CodecException if it can't be decoded
   * @throws IOException if the file can't be read
   */
  static DecodedPicture decode(CodedImage image, RandomAccessFile file, long maxPixels)
      throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    AVCodec codec = avcodec_find_decoder(id(image.codec()));
    if (codec == null) {
      throw new CodecException(
          CodecException.Reason.NO_DECODER, "no decoder for " + image.codec(), null);
    }
    try (PictureDecoder decoder = new PictureDecoder(image, avcodec_alloc_context3(codec))) {
      decoder.open(codec, file, maxPixels);
      decoder.fill(file);
      return DecodedPicture.of(
          decoder.decode(), decoder.context.bits_per_raw_sample(), image.encoding());
    }
  }

  private static int id(Codec codec) {
    return switch (codec) {
      case HEVC -> avcodec.AV_CODEC_ID_HEVC;
      case AV1 -> avcodec.AV_CODEC_ID_AV1;
      case AVC -> avcodec.AV_CODEC_ID_H264;
      case JPEG -> avcodec.AV_CODEC_ID_MJPEG;
      case JPEG_2000 -> avcodec.AV_CODEC_ID_JPEG2000;
      case WEBP -> avcodec.AV_CODEC_ID_WEBP;
    };
  }

  private void open(AVCodec codec, RandomAccessFile file, long maxPixels) throws IOException {
    context
        .max_pixels(maxPixels)
        .err_recognition(REPORT_DAMAGE)
        .thread_type(AVCodecContext.FF_THREAD_SLICE)
        .thread_count(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    if (image.configuration().isPresent()) {
      ByteRange range = image.configuration().get();
      BytePointer bytes =
          new BytePointer(avutil.av_mallocz(length(List.of(range)) + AV_INPUT_BUFFER_PADDING_SIZE));
      read(file, List.of(range), bytes);
      context.extradata(bytes).extradata_size((int) range.length());
    }
    check(avcodec_open2(context, codec, (AVDictionary) null));
  }

  private void fill(RandomAccessFile file) throws IOException {
    check(av_new_packet(packet, length(image.data())));
    read(file, image.data(), packet.data());
  }

  private static int length(List<ByteRange> ranges) throws CodecException {
    long length = ranges.stream().mapToLong(ByteRange::length).sum();
    if (length < 1 || length > Integer.MAX_VALUE - CHUNK_BYTES) {
      throw new CodecException(
          CodecException.Reason.DAMAGED, "a picture of " + length + " bytes", null);
    }
    return (int) length;
  }

  private static void read(RandomAccessFile file, List<ByteRange> ranges, BytePointer to)
      throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long at = 0;
    for (ByteRange range : ranges) {
      file.seek(range.offset());
      long left = range.length();
      while (left > 0) {
        int count = (int) Math.min(left, chunk.length);
        file.readFully(chunk, 0, count);
        to.position(at).put(chunk, 0, count);
        at += count;
        left -= count;
      }
    }
    to.position(0);
  }

  /** The last frame: of a picture in layers that is the finest. */
  private AVFrame decode() throws CodecException {
    check(avcodec_send_packet(context, packet));
    check(avcodec_send_packet(context, null));
    boolean any = false;
    AVFrame next = avutil.av_frame_alloc();
    try {
      int result = avcodec_receive_frame(context, next);
      while (result >= 0) {
        any = true;
        avutil.av_frame_unref(frame);
        avutil.av_frame_move_ref(frame, next);
        result = avcodec_receive_frame(context, next);
      }
      if (result != avutil.AVERROR_EOF()) {
        check(result);
      }
    } finally {
      avutil.av_frame_free(next);
    }
    if (!any || frame.decode_error_flags() != 0) {
      throw new CodecException(
          CodecException.Reason.DAMAGED, any ? "some of it is damaged" : "no picture", null);
    }
    return frame;
  }

  static void check(int result) throws CodecException {
    if (result >= 0) {
      return;
    }
    throw new CodecException(reason(result), message(result), null);
  }

  private static CodecException.Reason reason(int result) {
    if (result == avutil.AVERROR_PATCHWELCOME()) {
      return CodecException.Reason.UNSUPPORTED;
    }
    return result == OUT_OF_MEMORY ? CodecException.Reason.MEMORY : CodecException.Reason.DAMAGED;
  }

  private static String message(int result) {
    try (BytePointer text = new BytePointer(avutil.AV_ERROR_MAX_STRING_SIZE)) {
      avutil.av_strerror(result, text, text.limit());
      return text.getString();
    }
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
  }
}
