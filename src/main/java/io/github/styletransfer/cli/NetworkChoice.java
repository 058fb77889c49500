package io.github.styletransfer.cli;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.KernelLayout;
import io.github.styletransfer.network.NetworkCache;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.VggLoader;
import io.github.styletransfer.network.Wavelets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The feature network of a run. */
sealed interface NetworkChoice {
  /** The value of {@code --network} that names the built-in network. */
  String WAVELET = "wavelet";

  /** What the network is used with unless the command line says otherwise. */
  NetworkDefaults defaults();

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
  static NetworkChoice of(@Nullable String argument, KernelLayout layout, Path workingDirectory) {
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
          : new VggFile(workingDirectory.resolve(argument), layout);
    }
    Path file = workingDirectory.resolve(PublishedBuild.DEFAULT_FILE);
    return Files.exists(file)
        ? new VggFile(file, layout)
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
    public NetworkDefaults defaults() {
      return NetworkDefaults.WAVELET;
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
   */
  record VggFile(Path file, KernelLayout layout) implements NetworkChoice {
    @Override
    public NetworkDefaults defaults() {
      return NetworkDefaults.VGG19;
    }

    @Override
    public FeatureNetwork load(int shortestSide) throws NetworkFileException {
      return new VggLoader(new NetworkCache()).load(file, layout);
    }

    @Override
    public String toString() {
      return file + ", " + layout.name().toLowerCase(Locale.ROOT) + " kernels";
    }
  }
}
