package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.FileSignature;
import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.NetworkFile;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.matlab.FileSource;
import io.github.styletransfer.network.matlab.LayersReader;
import io.github.styletransfer.network.matlab.LimitedReader;
import io.github.styletransfer.network.matlab.MatElements;
import io.github.styletransfer.network.matlab.MatSignature;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;

/**
 * Loads VGG-19 from any build of {@code imagenet-vgg-verydeep-19.mat}: fields are looked up by
 * name, variables may be compressed or not. The fully connected layers stay in the file.
 */
public final class VggLoader {
  private static final int MOST_NAMES = 5;
  private static final int LONGEST_NAME = 31;

  private final @Nullable NetworkCache cache;

  /** Makes a loader that reads the file alone. */
  public VggLoader() {
    cache = null;
  }

  /** Makes a loader that takes what was read from an unchanged file before. */
  public VggLoader(NetworkCache cache) {
    this.cache = cache;
  }

  /**
   * Loads the layers up to {@code pool5}. Channel counts come from the file.
   *
   * @param file the MATLAB 5 file
   * @param layout how the kernels' spatial axes are understood
   * @throws NetworkFileException if the file can't be used; the message is meant for the user
   */
  public Vgg19 load(Path file, KernelLayout layout) throws NetworkFileException {
    return NetworkFile.read(file, PublishedNetwork.VGG19, regular -> read(regular, layout));
  }

  private Vgg19 read(Path file, KernelLayout layout) throws IOException {
    Optional<Vgg19> kept = cache == null ? Optional.empty() : cache.read(file, layout);
    if (kept.isPresent()) {
      return kept.get();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Vgg19 network = read(channel, layout);
      if (cache != null) {
        cache.write(file, layout, network);
      }
      return network;
    }
  }

  private static Vgg19 read(FileChannel channel, KernelLayout layout) throws IOException {
    byte[] start = Channels.newInputStream(channel).readNBytes(FileSignature.START_BYTES);
    ByteOrder order = MatSignature.byteOrder(start, channel.size());
    MatElements.requireWhole(new FileSource(channel), order);
    float[] meanPixel = meanPixel(channel);
    LayerParser parser = new LayerParser(layout);
    try {
      new LayersReader(
              new FileSource(channel),
              element -> {
                parser.add(element);
                return !parser.isComplete();
              })
          .read();
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
      throw NetworkFault.of(e, "at layer " + parser.next());
    }
    return new Vgg19(parser.layers(), meanPixel);
  }

  private static float[] meanPixel(FileChannel channel) throws NetworkFault {
    Map<String, MatlabType> variables = new LinkedHashMap<>();
    try {
      LimitedReader reader = new LimitedReader(new FileSource(channel));
      reader.setEntryFilter(
          header -> {
            variables.put(header.getName(), header.getType());
            return header.getName().equals(MeanPixel.OLD_VARIABLE)
                || header.getName().equals(MeanPixel.NEW_VARIABLE);
          });
      MatFile file = reader.readMat();
      requireLayers(variables);
      return MeanPixel.of(file);
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
      throw NetworkFault.of(e, "outside its layers");
    }
  }

  private static void requireLayers(Map<String, MatlabType> variables) throws NetworkFault {
    MatlabType type = variables.get(LayersReader.VARIABLE);
    if (type == null) {
      String names =
          variables.keySet().stream()
              .limit(MOST_NAMES)
              .map(name -> NetworkFault.printable(name, LONGEST_NAME))
              .collect(Collectors.joining(", "));
      throw NetworkFault.unexpected(
          "is another MATLAB file: it has no variable 'layers' but "
              + names
              + (variables.size() > MOST_NAMES ? ", ..." : ""));
    }
    if (type != MatlabType.Cell) {
      throw NetworkFault.unexpected(
          "is another network: its variable 'layers' is a " + type + ", not a cell array");
    }
  }
}
