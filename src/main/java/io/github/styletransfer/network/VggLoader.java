package io.github.styletransfer.network;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;

/**
 * Loads VGG-19 from any build of {@code imagenet-vgg-verydeep-19.mat}: fields are looked up by
 * name, elements may be compressed or not. The fully connected layers are left in the file.
 */
public final class VggLoader {
  private static final Set<String> MEAN_VARIABLES =
      Set.of(MeanPixel.OLD_VARIABLE, MeanPixel.NEW_VARIABLE);

  /**
   * Loads the convolutional part of the network.
   *
   * @param file the MATLAB 5 file
   * @param layout how the kernels' spatial axes are understood
   * @throws NetworkFileException if the file can't be used; the message is meant for the user
   */
  public Vgg19 load(Path file, KernelLayout layout) throws NetworkFileException {
    if (Files.isDirectory(file)) {
      throw NetworkFileException.of(file, "is a folder");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      requireWhole(channel);
      float[] meanPixel = meanPixel(channel);
      LayerParser parser = new LayerParser(layout);
      channel.position(0);
      boolean found =
          LayersReader.read(
              new FileSource(channel),
              element -> {
                parser.add(element);
                return !parser.isComplete();
              });
      if (!found) {
        throw new NetworkFault(
            "has no cell array '" + LayersReader.VARIABLE + "': it is some other MATLAB file");
      }
      if (!parser.isComplete()) {
        throw new NetworkFault(
            "has only " + parser.layers().size() + " layers; VGG-19 has 37 up to pool5");
      }
      return new Vgg19(parser.layers(), meanPixel);
    } catch (NetworkFault e) {
      throw NetworkFileException.of(file, String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw NetworkFileException.of(file, "does not exist", e);
    } catch (AccessDeniedException e) {
      throw NetworkFileException.of(file, "may not be read: its permissions forbid it", e);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw NetworkFileException.of(file, "is damaged (" + rootMessage(e) + ")", e);
    }
  }

  private static void requireWhole(FileChannel channel) throws IOException {
    byte[] header = Channels.newInputStream(channel).readNBytes(MatSignature.HEADER_BYTES);
    Optional<String> fault = MatSignature.fault(header);
    if (fault.isPresent()) {
      throw new NetworkFault(fault.get());
    }
    ByteOrder order = MatSignature.byteOrder(header);
    long required = MatElements.requiredBytes(channel, order);
    if (required > channel.size()) {
      throw new NetworkFault(
          "is cut short: it has %,d bytes of %,d or more".formatted(channel.size(), required));
    }
    if (required < 0) {
      throw new NetworkFault("is damaged (its parts don't follow each other)");
    }
  }

  private static float[] meanPixel(FileChannel channel) throws IOException {
    channel.position(0);
    MatFile file =
        Mat5.newReader(new FileSource(channel))
            .setEntryFilter(header -> MEAN_VARIABLES.contains(header.getName()))
            .setBufferAllocator(new LimitedAllocator())
            .disableSubsystemProcessing()
            .readMat();
    return MeanPixel.of(file);
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
