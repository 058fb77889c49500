package io.github.styletransfer.image.codec;

import io.github.styletransfer.image.codec.CodecException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Has FFmpeg compress a video, in a process of its own, as {@link WebpEncoder} does pictures. */
public final class VideoEncoder implements Closeable {
  /** The shortest side that a video may have. */
  public static final int LEAST_SIDE = 16;

  private static final int MOST_PACKET_BYTES = 1 << 30;

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private byte[] header = new byte[0];

  private VideoEncoder(Process process) {
    this.process = process;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Begins a video.
   *
   * @param width in pixels, even and at least {@value #LEAST_SIDE}
   * @param height in pixels, even and at least {@value #LEAST_SIDE}
   * @param bitsPerSecond about, for H.264
   * @throws CodecException if there is no such encoder on this system
   */
  public static VideoEncoder start(VideoKind kind, int width, int height, long bitsPerSecond)
      throws CodecException {
    Process process;
    try {
      process =
          new ProcessBuilder(CodecProcess.command(VideoMain.class))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new CodecException(Reason.NO_DECODER, "Java can't be started once more", e);
    }
    VideoEncoder encoder = new VideoEncoder(process);
    try {
      encoder.out.writeUTF(kind.name());
      encoder.out.writeInt(width);
      encoder.out.writeInt(height);
      encoder.out.writeLong(bitsPerSecond);
      encoder.out.flush();
      CodecAnswer.await(encoder.in);
      encoder.header = encoder.bytes();
      return encoder;
    } catch (IOException e) {
      encoder.close();
      throw faultOf(e);
    }
  }

  /**
   * Makes sure that there is an encoder on this system.
   *
   * @throws CodecException if there is none
   */
  public static void require(VideoKind kind) throws CodecException {
    start(kind, LEAST_SIDE, LEAST_SIDE, 1_000_000).close();
  }

  private static CodecException faultOf(IOException cause) {
    return cause instanceof CodecException known
        ? known
        : new CodecException(Reason.CRASH, "the encoder ended without a word", cause);
  }

  /** What a decoder needs before the first packet; may be empty. */
  public byte[] header() {
    return header.clone();
  }

  /**
   * Adds a frame.
   *
   * @param samples red, green and blue of its pixels, row by row: height x width x 3
   * @param milliseconds when it is shown, more than for the frame before
   * @return what is finished
   * @throws CodecException if it can't be compressed
   */
  public List<VideoPacket> add(byte[] samples, long milliseconds) throws CodecException {
    try {
      out.writeBoolean(true);
      out.writeLong(milliseconds);
      out.write(samples);
      out.flush();
      return packets();
    } catch (IOException e) {
      throw faultOf(e);
    }
  }

  /**
   * Ends the video.
   *
   * @return the rest
   * @throws CodecException if it can't be compressed
   */
  public List<VideoPacket> end() throws CodecException {
    try {
      out.writeBoolean(false);
      out.flush();
      return packets();
    } catch (IOException e) {
      throw faultOf(e);
    }
  }

  private List<VideoPacket> packets() throws IOException {
    CodecAnswer.await(in);
    List<VideoPacket> packets = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      boolean key = in.readBoolean();
      packets.add(new VideoPacket(key, bytes()));
    }
    return packets;
  }

  private byte[] bytes() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_PACKET_BYTES) {
      throw new IOException(length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  /** Ends the process, whether the video is finished or not. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
