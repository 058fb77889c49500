package io.github.styletransfer.image.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;

/** A decoded picture, as samples of 16 bits that are grey, or red, green and blue. */
final class DecodedPicture implements AutoCloseable {
  /** Chroma is interpolated, in full precision. */
  private static final int THOROUGHLY =
      swscale.SWS_BICUBIC
          | swscale.SWS_ACCURATE_RND
          | swscale.SWS_FULL_CHR_H_INT
          | swscale.SWS_FULL_CHR_H_INP;

  /** 1.0 in swscale's numbers. */
  private static final int ONE = 1 << 16;

  private static final int ALIGNMENT = 32;
  private static final int GREY = 1;
  private static final int COLOR = 3;

  private static final int MAX = 65_535;

  private final AVFrame samples;
  private final CodedFrame frame;
  private final int white;
  private final short[] row;

  private DecodedPicture(AVFrame samples, CodedFrame frame, int bits) {
    this.samples = samples;
    this.frame = frame;
    this.white = MAX - (MAX >> bits);
    this.row = new short[frame.width() * frame.channels()];
  }

  /**
   * Converts what a decoder gave.
   *
   * @param decoded remains the caller's
   * @param rawBits how many bits of its samples count; 0 for all
   * @param encoding of its samples, if the file says more of it
   * @throws CodecException if its samples can't be converted
   */
  static DecodedPicture of(AVFrame decoded, int rawBits, Optional<YuvEncoding> encoding)
      throws CodecException {
    int matrix =
        encoding
            .map(YuvEncoding::matrix)
            .filter(some -> some != avutil.AVCOL_SPC_UNSPECIFIED)
            .orElse(decoded.colorspace());
    boolean full =
        encoding
            .map(YuvEncoding::fullRange)
            .orElse(decoded.color_range() != avutil.AVCOL_RANGE_MPEG);
    AVPixFmtDescriptor description = avutil.av_pix_fmt_desc_get(decoded.format());
    boolean alpha = (description.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    boolean palette = (description.flags() & avutil.AV_PIX_FMT_FLAG_PAL) != 0;
    int colors = description.nb_components() - (alpha ? 1 : 0);
    // swscale stretches a narrow range for colours alone.
    boolean grey = colors == 1 && !palette && full;
    int channels = (grey ? GREY : COLOR) + (alpha ? 1 : 0);
    int format = grey ? grey(alpha) : color(alpha);
    int source = matrix == avutil.AVCOL_SPC_RGB ? asRgb(decoded.format()) : decoded.format();
    AVFrame samples = avutil.av_frame_alloc();
    DecodedPicture picture =
        new DecodedPicture(
            samples,
            new CodedFrame(
                decoded.width(),
                decoded.height(),
                channels,
                decoded.color_primaries(),
                decoded.color_trc()),
            bits(description.comp(0).depth(), rawBits));
    try {
      samples.width(decoded.width()).height(decoded.height()).format(format);
      PictureDecoder.check(avutil.av_frame_get_buffer(samples, ALIGNMENT));
      convert(decoded, source, samples, matrix, full);
      return picture;
    } catch (CodecException e) {
      picture.close();
      throw e;
    }
  }

  private static int bits(int stored, int raw) {
    int bits = raw > 0 ? raw : stored;
    return Math.max(1, Math.min(Short.SIZE, bits));
  }

  private static int grey(boolean alpha) {
    return alpha ? avutil.AV_PIX_FMT_YA16LE : avutil.AV_PIX_FMT_GRAY16LE;
  }

  private static int color(boolean alpha) {
    return alpha ? avutil.AV_PIX_FMT_RGBA64LE : avutil.AV_PIX_FMT_RGB48LE;
  }

  /** Planes of luma and chroma in full resolution, taken for green, blue and red. */
  private static int asRgb(int format) {
    if (format == avutil.AV_PIX_FMT_YUV444P || format == avutil.AV_PIX_FMT_YUVJ444P) {
      return avutil.AV_PIX_FMT_GBRP;
    } else if (format == avutil.AV_PIX_FMT_YUV444P10) {
      return avutil.AV_PIX_FMT_GBRP10;
    } else if (format == avutil.AV_PIX_FMT_YUV444P12) {
      return avutil.AV_PIX_FMT_GBRP12;
    }
    return format;
  }

  private static void convert(AVFrame from, int source, AVFrame to, int matrix, boolean full)
      throws CodecException {
    SwsContext context =
        swscale.sws_getContext(
            from.width(),
            from.height(),
            source,
            to.width(),
            to.height(),
            to.format(),
            THOROUGHLY,
            null,
            null,
            (DoublePointer) null);
    if (context == null) {
      throw new CodecException(CodecException.Reason.UNSUPPORTED, "samples " + source, null);
    }
    try {
      IntPointer coefficients = swscale.sws_getCoefficients(coefficients(matrix));
      swscale.sws_setColorspaceDetails(
          context, coefficients, full ? 1 : 0, coefficients, 1, 0, ONE, ONE);
      PictureDecoder.check(
          swscale.sws_scale(
              context, from.data(), from.linesize(), 0, from.height(), to.data(), to.linesize()));
    } finally {
      swscale.sws_freeContext(context);
    }
  }

  /** Pictures of unknown matrix are in BT.601, as those of most cameras. */
  private static int coefficients(int matrix) throws CodecException {
    if (matrix == avutil.AVCOL_SPC_BT709) {
      return swscale.SWS_CS_ITU709;
    } else if (matrix == avutil.AVCOL_SPC_FCC) {
      return swscale.SWS_CS_FCC;
    } else if (matrix == avutil.AVCOL_SPC_SMPTE240M) {
      return swscale.SWS_CS_SMPTE240M;
    } else if (matrix == avutil.AVCOL_SPC_BT2020_NCL) {
      return swscale.SWS_CS_BT2020;
    } else if (matrix == avutil.AVCOL_SPC_RGB
        || matrix == avutil.AVCOL_SPC_UNSPECIFIED
        || matrix == avutil.AVCOL_SPC_BT470BG
        || matrix == avutil.AVCOL_SPC_SMPTE170M) {
      return swscale.SWS_CS_ITU601;
    }
    throw new CodecException(CodecException.Reason.UNSUPPORTED, "colour matrix " + matrix, null);
  }

  CodedFrame frame() {
    return frame;
  }

  /**
   * Copies a row: a pixel's samples one after another, each in two bytes, the lower one first.
   * swscale fills up samples of fewer bits with zeros; here white becomes the largest number.
   */
  void row(int y, ByteBuffer to) {
    ShortPointer data = new ShortPointer(samples.data(0));
    data.position((long) y * samples.linesize(0) / Short.BYTES).get(row);
    for (int i = 0; i < row.length; i++) {
      long sample = Math.min(row[i] & MAX, white);
      row[i] = (short) ((sample * MAX + white / 2) / white);
    }
    to.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(row);
  }

  @Override
  public void close() {
    avutil.av_frame_free(samples);
  }
}
