package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.VideoEncoder;
import io.github.styletransfer.image.codec.VideoKind;
import io.github.styletransfer.image.codec.VideoPacket;
import io.github.styletransfer.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Writes films. */
final class FilmFile {
  private static final int LONGEST_SIDE_OF_GIF = 480;

  /** Bits for each pixel of each second: paint has much detail. */
  private static final double BITS_PER_PIXEL = 8;

  private static final int REPETITIONS = 5;

  private FilmFile() {}

  /**
   * Writes a film, replacing an older one.
   *
   * @return how many frames it has
   * @throws IOException if it can't be written, or a frame can't be read
   */
  static int write(List<Path> frames, Optional<RgbImage> last, TimelapseFormat format, Path target)
      throws IOException {
    Film film =
        switch (format) {
          case MP4 -> Film.of(frames, last, FrameStore.LONGEST_SIDE, true, VideoEncoder.LEAST_SIDE);
          case GIF -> Film.of(frames, last, LONGEST_SIDE_OF_GIF, false, 1);
          case WEBP -> Film.of(frames, last, FrameStore.LONGEST_SIDE, false, 1);
        };
    switch (format) {
      case MP4 -> mp4(film, target);
      case GIF -> AtomicFile.write(target, out -> GifAnimation.write(film, out));
      case WEBP -> webp(film, target);
    }
    return film.count();
  }

  /** The last frame is repeated while it is shown, as each time makes it sharper. */
  private static void mp4(Film film, Path target) throws IOException {
    try (VideoEncoder encoder = encoder(VideoKind.H264, film)) {
      Mp4File file = new Mp4File(film.size(), encoder.header());
      Deque<Integer> durations = new ArrayDeque<>();
      int time = 0;
      for (int i = 0; i < film.count(); i++) {
        int times = i == film.count() - 1 ? REPETITIONS : 1;
        int duration = film.duration(i) / times;
        byte[] frame = film.frame(i).samples();
        for (int k = 0; k < times; k++) {
          durations.add(duration);
          add(encoder.add(frame, time), durations, file);
          time += duration;
        }
      }
      add(encoder.end(), durations, file);
      AtomicFile.write(target, file::write);
    }
  }

  private static void add(List<VideoPacket> packets, Deque<Integer> durations, Mp4File file) {
    for (VideoPacket packet : packets) {
      file.add(packet.bytes(), durations.remove(), packet.isKey());
    }
  }

  /** The last frame is shown until one more begins, which is the same. */
  private static void webp(Film film, Path target) throws IOException {
    try (VideoEncoder encoder = encoder(VideoKind.WEBP, film)) {
      int time = 0;
      for (int i = 0; i < film.count(); i++) {
        encoder.add(film.frame(i).samples(), time);
        time += film.duration(i);
      }
      encoder.add(film.frame(film.count() - 1).samples(), time);
      List<VideoPacket> packets = encoder.end();
      AtomicFile.write(
          target,
          out -> {
            for (VideoPacket packet : packets) {
              out.write(packet.bytes());
            }
          });
    }
  }

  private static VideoEncoder encoder(VideoKind kind, Film film) throws IOException {
    return VideoEncoder.start(
        kind,
        film.size().width(),
        film.size().height(),
        (long) (BITS_PER_PIXEL * film.size().pixels()));
  }
}
