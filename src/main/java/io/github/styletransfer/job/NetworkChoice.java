package io.github.styletransfer.job;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.vgg.KernelLayout;
import io.github.styletransfer.network.vgg.NetworkCache;
import io.github.styletransfer.network.vgg.Pooling;
import io.github.styletransfer.network.vgg.VggLoader;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The feature network of a run. */
public sealed interface NetworkChoice {
  /** The option itself. */
  String NETWORK = "network";

  /** The value of {@code --network} that names the built-in network. */
  String WAVELET = "wavelet";

  /** The files that are read. */
  List<InputFile> inputs();

  /** Names and values of the options that ask for it, in the order of {@code --help}. */
  Map<String, String> options();

  /** What the network is used with unless the command line says otherwise. */
  NetworkDefaults defaults();

  /**
   * Tells networks apart that the same choice gives for images of different sizes.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   */
  int depth(int shortestSide);

  /**
   * The network itself.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   */
  FeatureNetwork load(int shortestSide) throws NetworkFileException;

  /**
   * The network that is asked for; when none is, VGG-19 if its file is there, else the built-in
   * one.
   */
  static NetworkChoice of(
      @Nullable String argument, KernelLayout layout, Pooling pooling, Path workingDirectory) {
    if (argument != null) {
      if (!Files.exists(workingDirectory.resolve(argument))
          && !argument.equals(WAVELET)
          && Closest.to(argument, List.of(WAVELET)).isPresent()) {
        throw new IllegalArgumentException(
            "--network takes a file or wavelet, and '"
                + argument
                + "' is neither: did you mean wavelet?");
      }
      return argument.equals(WAVELET)
          ? new Wavelet("")
          : new VggFile(workingDirectory.resolve(argument), layout, pooling);
    }
    Path file = workingDirectory.resolve(PublishedBuild.DEFAULT_FILE);
    return Files.exists(file)
        ? new VggFile(file, layout, pooling)
        : new Wavelet(
            ", as "
                + PublishedBuild.DEFAULT_FILE
                + " is not there; get it by 'style-transfer fetch' to paint with VGG-19");
  }

  /**
   * The built-in network.
   *
   * @param reason why, for the log
   */
  record Wavelet(String reason) implements NetworkChoice {
    @Override
    public List<InputFile> inputs() {
      return List.of();
    }

    @Override
    public Map<String, String> options() {
      return Map.of(NETWORK, WAVELET);
    }

    @Override
    public NetworkDefaults defaults() {
      return NetworkDefaults.WAVELET;
    }

    @Override
    public int depth(int shortestSide) {
      return Wavelets.levelsFor(shortestSide);
    }

    @Override
    public FeatureNetwork load(int shortestSide) {
      return Wavelets.forSide(shortestSide);
    }

    @Override
    public String toString() {
      return "wavelet, the built-in one" + reason;
    }
  }

  /**
   * VGG-19.
   *
   * @param file in MATLAB's format
   * @param layout how its kernels are read
   * @param pooling how its pooling layers reduce
   */
  record VggFile(Path file, KernelLayout layout, Pooling pooling) implements NetworkChoice {
    @Override
    public List<InputFile> inputs() {
      return List.of(InputFile.of(file));
    }

    @Override
    public Map<String, String> options() {
      Map<String, String> options = new LinkedHashMap<>();
      options.put(NETWORK, file.toAbsolutePath().normalize().toString());
      options.put("kernel-layout", lower(layout));
      options.put("pooling", lower(pooling));
      return options;
    }

    @Override
    public NetworkDefaults defaults() {
      return NetworkDefaults.VGG19;
    }

    /** One network for all sizes. */
    @Override
    public int depth(int shortestSide) {
      return 0;
    }

    @Override
    public FeatureNetwork load(int shortestSide) throws NetworkFileException {
      return new VggLoader(new NetworkCache()).load(file, layout).with(pooling);
    }

    @Override
    public String toString() {
      return "%s, %s kernels, %s pooling".formatted(file, lower(layout), lower(pooling));
    }

    private static String lower(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }
}
