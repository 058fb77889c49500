package io.github.styletransfer.network.vgg;

import io.github.styletransfer.network.NetworkFault;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.Remedy;
import io.github.styletransfer.network.matlab.FileSource;
import io.github.styletransfer.network.matlab.LayersReader;
import io.github.styletransfer.network.matlab.LimitedReader;
import io.github.styletransfer.network.matlab.MatElements;
import io.github.styletransfer.network.matlab.MatSignature;
import io.github.styletransfer.storage.FileFaults;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    try {
      requireRegularFile(file);
      Optional<Vgg19> kept = cache == null ? Optional.empty() : cache.read(file, layout);
      if (kept.isPresent()) {
        return kept.get();
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        Vgg19 network = load(channel, layout);
        if (cache != null) {
          cache.write(file, layout, network);
        }
        return network;
      }
    } catch (NetworkFault e) {
      throw new NetworkFileException(file, e);
    } catch (NoSuchFileException e) {
      throw new NetworkFileException(file, new NetworkFault("does not exist", Remedy.DOWNLOAD));
    } catch (AccessDeniedException e) {
      throw new NetworkFileException(
          file, new NetworkFault("can't be read: permission denied", Remedy.ALLOW_READING));
    } catch (IOException e) {
      throw new NetworkFileException(
          file,
          new NetworkFault("can't be read (" + FileFaults.inWords(e) + ")", Remedy.CHECK_DISK));
    } catch (OutOfMemoryError e) {
      NetworkFault fault =
          new NetworkFault("doesn't fit into memory (" + e.getMessage() + ")", Remedy.MORE_MEMORY);
      fault.initCause(e);
      throw new NetworkFileException(file, fault);
    }
  }

  private static void requireRegularFile(Path file) throws NetworkFault {
    if (Files.isDirectory(file)) {
      throw new NetworkFault("is a folder", Remedy.NAME_THE_FILE);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new NetworkFault("is not a file but a device or pipe", Remedy.NAME_THE_FILE);
    }
  }

  private static Vgg19 load(FileChannel channel, KernelLayout layout) throws IOException {
    byte[] start = Channels.newInputStream(channel).readNBytes(MatSignature.START_BYTES);
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
