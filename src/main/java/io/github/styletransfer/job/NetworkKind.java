package io.github.styletransfer.job;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.FeatureScale;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.thin.ThinLoader;
import io.github.styletransfer.network.vgg.NetworkCache;
import io.github.styletransfer.network.vgg.VggLoader;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of feature networks. Another network is an entry here, and a package that has its
 * graph.
 */
public enum NetworkKind {
  /** VGG-19, in a file. */
  VGG19("VGG-19", Optional.of(PublishedNetwork.VGG19), 4500) {
    @Override
    public Map<String, NetworkDefaults> defaults() {
      Map<String, NetworkDefaults> defaults = new LinkedHashMap<>();
      for (Preset preset : Preset.values()) {
        defaults.put(OptionWord.of(preset), defaults(preset));
      }
      return defaults;
    }

    @Override
    public NetworkDefaults defaults(Preset preset) {
      return switch (preset) {
        case ORIGINAL -> NetworkDefaults.ORIGINAL;
        case FINE -> NetworkDefaults.FINE;
      };
    }

    @Override
    public List<String> ownOptions() {
      return List.of("preset", "kernel-layout", "pooling", "padding", "style-loss");
    }

    @Override
    public double featureScale() {
      return VGG_FEATURES;
    }

    @Override
    public FeatureNetwork load(NetworkChoice choice, int shortestSide) throws NetworkFileException {
      return new VggLoader(new NetworkCache())
          .load(choice.file().orElseThrow(), choice.vgg().layout())
          .with(choice.vgg().pooling())
          .with(choice.vgg().padding());
    }
  },

  /** VGG-19 with few channels, in a file. */
  THIN("thin", Optional.of(PublishedNetwork.THIN), 1100) {
    @Override
    public Map<String, NetworkDefaults> defaults() {
      return Map.of(title(), NetworkDefaults.THIN);
    }

    @Override
    public NetworkDefaults defaults(Preset preset) {
      return preset == Preset.FINE ? NetworkDefaults.THIN_FINE : NetworkDefaults.THIN;
    }

    @Override
    public List<String> ownOptions() {
      return List.of("preset", "pooling", "padding", "style-loss");
    }

    @Override
    public FeatureNetwork load(NetworkChoice choice, int shortestSide) throws NetworkFileException {
      return ThinLoader.load(choice.file().orElseThrow())
          .with(FeatureScale.RELATIVE)
          .with(choice.vgg().pooling())
          .with(choice.vgg().padding());
    }
  },

  /** The built-in network. */
  WAVELET("wavelet", Optional.empty(), 1700) {
    @Override
    public Map<String, NetworkDefaults> defaults() {
      return Map.of(title(), NetworkDefaults.WAVELET);
    }

    @Override
    public NetworkDefaults defaults(Preset preset) {
      return NetworkDefaults.WAVELET;
    }

    @Override
    public List<String> ownOptions() {
      return List.of();
    }

    @Override
    public FeatureNetwork load(NetworkChoice choice, int shortestSide) {
      return Wavelets.forSide(shortestSide);
    }

    @Override
    public int depth(int shortestSide) {
      return Wavelets.levelsFor(shortestSide);
    }
  };

  /** About what VGG-19's features are larger by than those of the image in -2..2. */
  private static final double VGG_FEATURES = 58;

  private final String title;
  private final Optional<PublishedNetwork> published;
  private final double typicalNanos;

  NetworkKind(String title, Optional<PublishedNetwork> published, double typicalNanos) {
    this.title = title;
    this.published = published;
    this.typicalNanos = typicalNanos;
  }

  /** What an iteration takes for each pixel, as {@link TypicalTime} has it; nanoseconds. */
  double typicalNanos() {
    return typicalNanos;
  }

  /** Where it comes from; empty for a built-in network. */
  public Optional<PublishedNetwork> published() {
    return published;
  }

  /** Its name; of all but VGG-19, the value of {@code --network} that names it. */
  public String title() {
    return title;
  }

  /**
   * What it is used with unless the command line says otherwise.
   *
   * @return by the preset's name, or the network's if it has no presets
   */
  public abstract Map<String, NetworkDefaults> defaults();

  /** What it is used with in a preset; if it has no presets, whatever the preset. */
  public abstract NetworkDefaults defaults(Preset preset);

  /** The options, without dashes, that no other network has. */
  public abstract List<String> ownOptions();

  /**
   * The network itself.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   */
  public abstract FeatureNetwork load(NetworkChoice choice, int shortestSide)
      throws NetworkFileException;

  /** About how large its features are; a number by which they are divided where that matters. */
  public double featureScale() {
    return 1;
  }

  /**
   * Tells networks apart that the same choice gives for images of different sizes.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   */
  public int depth(int shortestSide) {
    return 0;
  }

  /** The kinds that a value of {@code --network} may name. */
  static List<NetworkKind> withNames() {
    return List.of(THIN, WAVELET);
  }

  /** The kind that a value of {@code --network} names, if it does. */
  static Optional<NetworkKind> named(String value) {
    return withNames().stream().filter(kind -> kind.title.equals(value)).findFirst();
  }

  /** The kind of the network in a file, as far as the file can be read. */
  static NetworkKind of(Path file) {
    PublishedNetwork like = PublishedNetwork.ofFile(file);
    return Stream.of(values())
        .filter(kind -> kind.published.equals(Optional.of(like)))
        .findFirst()
        .orElseThrow();
  }

  /** The trained network to use when none is asked for: the first of which the file is there. */
  static Optional<NetworkKind> found(Path workingDirectory) {
    return Stream.of(values())
        .filter(
            kind ->
                kind.published
                    .filter(some -> Files.exists(workingDirectory.resolve(some.defaultFile())))
                    .isPresent())
        .findFirst();
  }
}
