package io.github.styletransfer.timelapse;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Resizer;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.image.codec.CodecException;
import io.github.styletransfer.image.codec.VideoEncoder;
import io.github.styletransfer.image.codec.VideoKind;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A video of a run, from its frames to its file. */
public final class Timelapse {
  private static final double JPEG_BYTES_PER_PIXEL = 1;

  private final TimelapseFormat format;
  private final Path target;
  private final FrameStore store;
  private final LongSupplier clock;

  /**
   * One that isn't begun.
   *
   * @param target the video's file
   * @param folder for the frames alone; need not exist
   */
  public Timelapse(TimelapseFormat format, Path target, Path folder) {
    this(format, target, folder, System::nanoTime);
  }

  Timelapse(TimelapseFormat format, Path target, Path folder, LongSupplier clock) {
    this.clock = clock;
    this.format = format;
    this.target = target;
    this.store = new FrameStore(folder);
  }

  /** What frames and video may take on the disk, in bytes. */
  public static long bytes(ImageSize result) {
    ImageSize frame =
        Math.max(result.width(), result.height()) <= FrameStore.LONGEST_SIDE
            ? result
            : Resizer.withLongestSide(result, FrameStore.LONGEST_SIDE);
    return (long) (2 * JPEG_BYTES_PER_PIXEL * FrameSchedule.MOST_FRAMES * frame.pixels());
  }

  /**
   * Makes sure that it can be written on this system.
   *
   * @throws CodecException if there is no encoder for it
   */
  public void require() throws CodecException {
    switch (format) {
      case MP4 -> VideoEncoder.require(VideoKind.H264);
      case WEBP -> VideoEncoder.require(VideoKind.WEBP);
      case GIF -> {
        // Java has that encoder.
      }
    }
  }

  /**
   * Takes the frames. Those that an earlier part of the run has left stay, if it is resumed.
   *
   * @param stages of the run
   */
  public TransferListener frames(List<PlannedStage> stages) {
    int iterations = stages.stream().mapToInt(PlannedStage::end).max().orElse(1);
    return new FrameTaker(store, new FrameSchedule(iterations), clock);
  }

  /**
   * Writes the video of what there is. With a result, the run is over, and its frames are deleted.
   *
   * @return how many frames it has; 0 if there are none, and no file is written
   * @throws IOException if it can't be written
   */
  public int write(Optional<RgbImage> result) throws IOException {
    List<Path> frames = store.files();
    if (frames.isEmpty() && result.isEmpty()) {
      return 0;
    }
    int count = FilmFile.write(frames, result, format, target);
    if (result.isPresent()) {
      store.delete();
    }
    return count;
  }
}
