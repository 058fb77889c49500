package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * The process in which libwebp compresses a picture: width, height, quality and rows of blue,
 * green, red and opacity. Its answer ({@link CodecAnswer}) is the length of a WebP file and the
 * file.
 */
final class WebpMain implements AutoCloseable {
  static final int BYTES = 4;

  private static final String NAME = "libwebp";
  private static final int BUFFER_BYTES = 1 << 16;

  /** How hard it tries to make files small, 0 to 6. */
  private static final int METHOD = 4;

  /** How hard it tries without loss, of 100. */
  private static final int LOSSLESS_EFFORT = 75;

  private final AVCodec codec;
  private final AVCodecContext context;
  private final AVFrame frame = avutil.av_frame_alloc();

  private WebpMain(AVCodec codec) {
    this.codec = codec;
    this.context = avcodec.avcodec_alloc_context3(codec);
  }

  /** Called by {@link WebpEncoder} alone. */
  public static void main(String[] arguments) throws IOException {
    CodecAnswer.give(WebpMain::answer);
  }

  private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    AVCodec codec = avcodec.avcodec_find_encoder_by_name(NAME);
    if (codec == null) {
      throw new CodecException(Reason.NO_DECODER, "FFmpeg has no WebP encoder", null);
    }
    try (WebpMain encoder = new WebpMain(codec)) {
      encoder.open(in.readInt(), in.readInt(), in.readInt());
      encoder.read(in);
      encoder.write(out);
    }
  }

  private void open(int width, int height, int quality) throws CodecException {
    boolean lossless = quality == WebpEncoder.LOSSLESS;
    context.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_BGRA);
    context.time_base(new AVRational().num(1).den(1));
    context.compression_level(METHOD);
    set("lossless", lossless ? 1 : 0);
    set("quality", lossless ? LOSSLESS_EFFORT : quality);
    PictureDecoder.check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
    frame.format(avutil.AV_PIX_FMT_BGRA).width(width).height(height);
    PictureDecoder.check(avutil.av_frame_get_buffer(frame, 0));
  }

  private void set(String option, int value) throws CodecException {
    PictureDecoder.check(avutil.av_opt_set_double(context.priv_data(), option, value, 0));
  }

  private void read(DataInputStream in) throws IOException {
    byte[] row = new byte[frame.width() * BYTES];
    BytePointer pixels = frame.data(0);
    for (int y = 0; y < frame.height(); y++) {
      in.readFully(row);
      pixels.position((long) y * frame.linesize(0)).put(row, 0, row.length);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    AVPacket packet = avcodec.av_packet_alloc();
    try {
      PictureDecoder.check(avcodec.avcodec_send_frame(context, frame));
      PictureDecoder.check(avcodec.avcodec_send_frame(context, null));
      PictureDecoder.check(avcodec.avcodec_receive_packet(context, packet));
      CodecAnswer.begin(out);
      out.writeInt(packet.size());
      byte[] chunk = new byte[BUFFER_BYTES];
      for (int at = 0; at < packet.size(); at += chunk.length) {
        int count = Math.min(chunk.length, packet.size() - at);
        packet.data().position(at).get(chunk, 0, count);
        out.write(chunk, 0, count);
      }
    } finally {
      avcodec.av_packet_free(packet);
    }
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.avcodec_free_context(context);
  }
}
