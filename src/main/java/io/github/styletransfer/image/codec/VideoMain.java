package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
import java.io.ByteArrayOutputStream;
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
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * The process in which a video is compressed, frame by frame. It reads the name of a {@link
 * VideoKind}, width, height and bits per second; then true, a time and rows of red, green and blue
 * for each frame; then false. It answers ({@link CodecAnswer}) with a header at first, then to each
 * frame, and to the end, with the packets that are finished.
 */
final class VideoMain implements AutoCloseable {
  private static final int CHANNELS = 3;
  private static final int MILLISECONDS = 1000;

  /** For the encoder to share out its bits; frames may be shown for longer. */
  private static final int FRAMES_PER_SECOND = 25;

  private static final int KEY_EVERY = 50;
  private static final int LOWEST_QUANTIZER = 12;
  private static final int HIGHEST_QUANTIZER = 30;
  private static final int WEBP_QUALITY = 80;
  private static final int WEBP_EFFORT = 2;

  /** The factor one, as FFmpeg's scaler has it. */
  private static final int ONE = 1 << 16;

  private final VideoKind kind;
  private final int width;
  private final int height;
  private final AVCodec codec;
  private final AVCodecContext context;
  private final AVFrame frame = avutil.av_frame_alloc();
  private final AVFrame source = avutil.av_frame_alloc();
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final SwsContext scaler;

  private VideoMain(VideoKind kind, AVCodec codec, int width, int height) {
    this.kind = kind;
    this.codec = codec;
    this.width = width;
    this.height = height;
    this.context = avcodec.avcodec_alloc_context3(codec);
    this.scaler =
        swscale.sws_getContext(
            width,
            height,
            avutil.AV_PIX_FMT_RGB24,
            width,
            height,
            format(),
            swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INP,
            null,
            null,
            (DoublePointer) null);
  }

  private int format() {
    return kind == VideoKind.H264 ? avutil.AV_PIX_FMT_YUV420P : avutil.AV_PIX_FMT_BGRA;
  }

  /** Called by a {@link VideoEncoder} alone. */
  public static void main(String[] arguments) throws IOException {
    CodecAnswer.give(VideoMain::answer);
  }

  private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    VideoKind kind = VideoKind.valueOf(in.readUTF());
    AVCodec codec = avcodec.avcodec_find_encoder_by_name(kind.encoder());
    if (codec == null) {
      throw new CodecException(Reason.NO_DECODER, "FFmpeg has no " + kind.encoder(), null);
    }
    try (VideoMain encoder = new VideoMain(kind, codec, in.readInt(), in.readInt())) {
      encoder.open(in.readLong());
      encoder.writeHeader(out);
      while (in.readBoolean()) {
        encoder.read(in);
        encoder.write(encoder.frame, out);
      }
      encoder.write(null, out);
    }
  }

  private void open(long bitsPerSecond) throws CodecException {
    context.width(width).height(height).pix_fmt(format());
    context.time_base(new AVRational().num(1).den(MILLISECONDS));
    if (kind == VideoKind.H264) {
      context.bit_rate(bitsPerSecond).gop_size(KEY_EVERY);
      context.framerate(new AVRational().num(FRAMES_PER_SECOND).den(1));
      context.qmin(LOWEST_QUANTIZER).qmax(HIGHEST_QUANTIZER);
      context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
      context.colorspace(avutil.AVCOL_SPC_BT709).color_range(avutil.AVCOL_RANGE_MPEG);
      context.color_primaries(avutil.AVCOL_PRI_BT709).color_trc(avutil.AVCOL_TRC_IEC61966_2_1);
      PictureDecoder.check(
          swscale.sws_setColorspaceDetails(
              scaler, coefficients(), 1, coefficients(), 0, 0, ONE, ONE));
    } else {
      context.compression_level(WEBP_EFFORT);
      PictureDecoder.check(
          avutil.av_opt_set_double(context.priv_data(), "quality", WEBP_QUALITY, 0));
    }
    PictureDecoder.check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
    frame.format(format()).width(width).height(height);
    PictureDecoder.check(avutil.av_frame_get_buffer(frame, 0));
    source.format(avutil.AV_PIX_FMT_RGB24).width(width).height(height);
    PictureDecoder.check(avutil.av_frame_get_buffer(source, 0));
  }

  private static IntPointer coefficients() {
    return swscale.sws_getCoefficients(swscale.SWS_CS_ITU709);
  }

  private void writeHeader(DataOutputStream out) throws IOException {
    CodecAnswer.begin(out);
    byte[] header = new byte[context.extradata_size()];
    if (header.length > 0) {
      context.extradata().get(header);
    }
    out.writeInt(header.length);
    out.write(header);
    out.flush();
  }

  private void read(DataInputStream in) throws IOException {
    frame.pts(in.readLong());
    byte[] row = new byte[width * CHANNELS];
    BytePointer pixels = source.data(0);
    for (int y = 0; y < height; y++) {
      in.readFully(row);
      pixels.position((long) y * source.linesize(0)).put(row, 0, row.length);
    }
    pixels.position(0);
    PictureDecoder.check(avutil.av_frame_make_writable(frame));
    PictureDecoder.check(
        swscale.sws_scale(
            scaler, source.data(), source.linesize(), 0, height, frame.data(), frame.linesize()));
  }

  private void write(@Nullable AVFrame next, DataOutputStream out) throws IOException {
    PictureDecoder.check(avcodec.avcodec_send_frame(context, next));
    ByteArrayOutputStream packets = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(packets);
    int count = 0;
    while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      body.writeBoolean((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0);
      body.writeInt(bytes.length);
      body.write(bytes);
      avcodec.av_packet_unref(packet);
      count++;
    }
    CodecAnswer.begin(out);
    out.writeInt(count);
    packets.writeTo(out);
    out.flush();
  }

  @Override
  public void close() {
    avcodec.av_packet_free(packet);
    avutil.av_frame_free(source);
    avutil.av_frame_free(frame);
    swscale.sws_freeContext(scaler);
    avcodec.avcodec_free_context(context);
  }
}
