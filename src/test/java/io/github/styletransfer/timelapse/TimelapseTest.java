package io.github.styletransfer.timelapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.styletransfer.image.Gradients;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.transfer.PlannedStage;
import io.github.styletransfer.transfer.TransferListener;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelapseTest {
  private static final List<PlannedStage> STAGES = List.of(new PlannedStage(0, 5, 90, 61, 1));

  /** Of JPEG, of a palette or of a video, in the mean of an image's samples. */
  private static final double LOSS = 6;

  @TempDir private Path folder;

  @Test
  void aGifHasAllFramesAndTheResult() throws IOException {
    Path file = folder.resolve("o.gif");
    assertThat(written(TimelapseFormat.GIF, file, Optional.of(grey(250)))).isEqualTo(6);

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(6);
      for (int i = 0; i < 6; i++) {
        assertThat(mean(reader.read(i))).isCloseTo(i == 5 ? 250 : 40 * i, within(LOSS));
        IIOMetadataNode root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        assertThat(control.getAttribute("delayTime")).isEqualTo(i == 5 ? "200" : "20");
      }
    }
    assertThat(folder.resolve("frames")).doesNotExist();
  }

  @Test
  void anMp4HasATimeForEachFrame() throws IOException {
    Path file = folder.resolve("o.mp4");
    written(TimelapseFormat.MP4, file, Optional.of(grey(250)));

    byte[] bytes = Files.readAllBytes(file);
    assertThat(box(bytes, "ftyp")).isPresent();
    ByteBuffer header = box(bytes, "moov", "mvhd").orElseThrow();
    assertThat(header.getInt(12)).as("ticks per second").isEqualTo(1000);
    assertThat(header.getInt(16)).as("duration").isEqualTo(5 * 200 + 2000);
    ByteBuffer table = box(bytes, "moov", "trak", "mdia", "minf", "stbl", "stsz").orElseThrow();
    int count = table.getInt(8);
    // The last one of six is there five times.
    assertThat(count).isEqualTo(10);
    int sum = IntStream.range(0, count).map(i -> table.getInt(12 + 4 * i)).sum();
    ByteBuffer data = box(bytes, "mdat").orElseThrow();
    assertThat(data.remaining()).isEqualTo(sum);
    int offset = box(bytes, "moov", "trak", "mdia", "minf", "stbl", "stco").orElseThrow().getInt(8);
    assertThat(new String(bytes, offset - 4, 4, StandardCharsets.US_ASCII)).isEqualTo("mdat");
    // Units of H.264 fill the data.
    int units = 0;
    while (data.hasRemaining()) {
      data.position(data.position() + 4 + data.getInt(data.position()));
      units++;
    }
    assertThat(units).isGreaterThanOrEqualTo(count);
  }

  /** The boxes inside each other. */
  private static Optional<ByteBuffer> box(byte[] bytes, String... names) {
    ByteBuffer inside = ByteBuffer.wrap(bytes);
    for (String name : names) {
      boolean found = false;
      while (inside.hasRemaining() && !found) {
        int start = inside.position();
        int length = inside.getInt(start);
        byte[] type = new byte[4];
        inside.get(start + 4, type);
        found = new String(type, StandardCharsets.US_ASCII).equals(name);
        if (found) {
          inside = inside.slice(start + 8, length - 8);
        } else {
          inside.position(start + length);
        }
      }
      if (!found) {
        return Optional.empty();
      }
    }
    return Optional.of(inside);
  }

  @Test
  void aWebpHasAllFrames() throws IOException {
    Path file = folder.resolve("o.webp");
    written(TimelapseFormat.WEBP, file, Optional.of(grey(250)));

    int frames = 0;
    int duration = 0;
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readNBytes(12), StandardCharsets.ISO_8859_1)).startsWith("RIFF");
      byte[] head = in.readNBytes(8);
      while (head.length == 8) {
        int length = Integer.reverseBytes(ByteBuffer.wrap(head).getInt(4));
        byte[] content = in.readNBytes(length + length % 2);
        if (new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("ANMF")) {
          frames++;
          duration += (content[12] & 0xff) | (content[13] & 0xff) << 8 | (content[14] & 0xff) << 16;
        }
        head = in.readNBytes(8);
      }
    }
    assertThat(frames).isGreaterThanOrEqualTo(6);
    assertThat(duration).isGreaterThanOrEqualTo(3000);
  }

  @Test
  void aStoppedRunKeepsItsFramesForTheNextPart() throws IOException {
    Path file = folder.resolve("o.gif");
    Timelapse first = timelapse(TimelapseFormat.GIF, file);
    take(first.frames(STAGES), 0, 3);
    assertThat(first.write(Optional.empty())).isEqualTo(3);

    Timelapse second = timelapse(TimelapseFormat.GIF, file);
    take(second.frames(STAGES), 2, 5);
    assertThat(second.write(Optional.of(grey(250)))).isEqualTo(6);
    assertThat(second.write(Optional.empty())).isZero();

    Timelapse again = timelapse(TimelapseFormat.GIF, file);
    take(again.frames(STAGES), 0, 4);
    take(again.frames(STAGES), 0, 1);
    assertThat(again.write(Optional.empty())).isEqualTo(1);
  }

  /** Such as on a full disk, which runs go on with. */
  @Test
  void aFrameThatCannotBeKeptEndsNeitherTheRunNorTheVideo() throws IOException {
    Path file = folder.resolve("o.gif");
    Timelapse timelapse = timelapse(TimelapseFormat.GIF, file);
    TransferListener frames = timelapse.frames(STAGES);
    take(frames, 0, 2);
    Files.createDirectories(folder.resolve("frames/000000002.jpg/x"));
    take(frames, 2, 4);
    Files.delete(folder.resolve("frames/000000002.jpg/x"));
    Files.delete(folder.resolve("frames/000000002.jpg"));
    assertThat(timelapse.write(Optional.of(grey(250)))).isEqualTo(3);
  }

  @Test
  void framesAreFewAndMostAreEarly() {
    FrameSchedule schedule = new FrameSchedule(10_000);
    List<Integer> due = IntStream.range(0, 10_000).filter(schedule::isDueAfter).boxed().toList();
    assertThat(due).hasSize(150).startsWith(0).endsWith(9_999);
    assertThat(due.stream().filter(i -> i < 2500).count()).isGreaterThan(50);
    assertThat(IntStream.range(0, 100).filter(new FrameSchedule(100)::isDueAfter).count())
        .isEqualTo(100);
    assertThat(new FrameSchedule(1).isDueAfter(0)).isTrue();
  }

  /** Each frame takes a second of this clock, as does each iteration. */
  @Test
  void framesTakeAFiftiethOfTheTimeAtMost() throws IOException {
    AtomicLong clock = new AtomicLong();
    FrameStore store = new FrameStore(folder.resolve("frames"));
    FrameTaker taker = new FrameTaker(store, new FrameSchedule(150), clock::get);
    for (int i = 0; i < 150; i++) {
      clock.addAndGet(1_000_000_000L);
      taker.updated(
          i,
          () -> {
            clock.addAndGet(1_000_000_000L);
            return grey(1);
          });
    }
    assertThat(store.files()).hasSizeBetween(2, 5);
  }

  private int written(TimelapseFormat format, Path file, Optional<RgbImage> result)
      throws IOException {
    Timelapse timelapse = timelapse(format, file);
    timelapse.require();
    take(timelapse.frames(STAGES), 0, 5);
    return timelapse.write(result);
  }

  /** Where no time passes, no frame takes too much of it. */
  private Timelapse timelapse(TimelapseFormat format, Path file) {
    return new Timelapse(format, file, folder.resolve("frames"), () -> 0);
  }

  private static void take(TransferListener frames, int first, int end) throws IOException {
    for (int i = first; i < end; i++) {
      int level = 40 * i;
      frames.updated(i, () -> grey(level));
    }
  }

  private static RgbImage grey(int level) {
    RgbImage shape = Gradients.of(90, 61);
    byte[] samples = new byte[shape.samples().length];
    Arrays.fill(samples, (byte) level);
    return new RgbImage(shape.width(), shape.height(), samples);
  }

  private static double mean(BufferedImage image) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += image.getRGB(x, y) >> 8 & 0xff;
      }
    }
    return sum / image.getWidth() / image.getHeight();
  }
}
