package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
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
 * Has libwebp compress a picture, in this process: the pixels are the program's own. To be closed.
 */
public final class WebpEncoder implements AutoCloseable {
  /** The most pixels that a side may have. */
  public static final int MOST_SIDE = 16_383;

  private static final String NAME = "libwebp";
  private static final int BYTES = 4;

  /** The slowest of its methods makes the smallest files. */
  private static final int METHOD = 4;

  private final AVCodec codec;
  private final AVCodecContext context;
  private final AVFrame frame = avutil.av_frame_alloc();

  private WebpEncoder(AVCodec codec) {
    this.codec = codec;
    this.context = avcodec.avcodec_alloc_context3(codec);
  }

  /**
   * Makes sure that there is an encoder on this system.
   *
   * @throws CodecException if there is none
   */
  public static void require() throws CodecException {
    find();
  }

  private static AVCodec find() throws CodecException {
    try {
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
      AVCodec codec = avcodec.avcodec_find_encoder_by_name(NAME);
      if (codec == null) {
        throw new CodecException(Reason.NO_DECODER, "FFmpeg has no WebP encoder", null);
      }
      return codec;
    } catch (LinkageError e) {
      throw new CodecException(Reason.NO_DECODER, "FFmpeg can't be loaded", e);
    }
  }

  /**
   * Prepares a picture, to which {@link #row} gives pixels.
   *
   * @param width in pixels, at most {@link #MOST_SIDE}
   * @param height in pixels, at most {@link #MOST_SIDE}
   * @param quality 1..100; 100 for a picture without loss
   * @throws CodecException if there is no encoder on this system, or too little memory
   */
  public static WebpEncoder of(int width, int height, int quality) throws CodecException {
    WebpEncoder encoder = new WebpEncoder(find());
    try {
      encoder.open(width, height, quality);
      return encoder;
    } catch (CodecException e) {
      encoder.close();
      throw e;
    }
  }

  private void open(int width, int height, int quality) throws CodecException {
    boolean lossless = quality == 100;
    context.width(width).height(height).pix_fmt(avutil.AV_PIX_FMT_BGRA);
    context.time_base(new AVRational().num(1).den(1));
    context.compression_level(METHOD);
    set("lossless", lossless ? "1" : "0");
    set("quality", Integer.toString(lossless ? 75 : quality));
    PictureDecoder.check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
    frame.format(avutil.AV_PIX_FMT_BGRA).width(width).height(height);
    PictureDecoder.check(avutil.av_frame_get_buffer(frame, 0));
  }

  private void set(String option, String value) throws CodecException {
    PictureDecoder.check(avutil.av_opt_set(context.priv_data(), option, value, 0));
  }

  /**
   * Gives a row of pixels.
   *
   * @param bgra blue, green, red and opacity of each
   */
  public void row(int y, byte[] bgra) {
    if (bgra.length != frame.width() * BYTES || y < 0 || y >= frame.height()) {
      throw new IllegalArgumentException("no row " + y + " of " + bgra.length + " bytes");
    }
    BytePointer row = new BytePointer(frame.data(0));
    row.position((long) y * frame.linesize(0)).put(bgra, 0, bgra.length);
  }

  /**
   * Compresses the picture.
   *
   * @return a WebP file
   * @throws CodecException if there is too little memory
   */
  public byte[] encode() throws CodecException {
    AVPacket packet = avcodec.av_packet_alloc();
    try {
      PictureDecoder.check(avcodec.avcodec_send_frame(context, frame));
      PictureDecoder.check(avcodec.avcodec_send_frame(context, null));
      PictureDecoder.check(avcodec.avcodec_receive_packet(context, packet));
      byte[] bytes = new byte[packet.size()];
      packet.data().get(bytes);
      return bytes;
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
