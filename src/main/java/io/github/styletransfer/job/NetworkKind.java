package io.github.styletransfer.job;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.vgg.NetworkCache;
import io.github.styletransfer.network.vgg.VggLoader;
import io.github.styletransfer.network.wavelet.Wavelets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of feature networks. Another network is an entry here, and a package that has its
 * graph.
 */
public enum NetworkKind {
  /** VGG-19, in a file. */
  VGG19("VGG-19") {
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
    public FeatureNetwork load(NetworkChoice choice, int shortestSide) throws NetworkFileException {
      return new VggLoader(new NetworkCache())
          .load(choice.file().orElseThrow(), choice.vgg().layout())
          .with(choice.vgg().pooling())
          .with(choice.vgg().padding());
    }

    @Override
    public int depth(int shortestSide) {
      return 0;
    }
  },

  /** The built-in network. */
  WAVELET("wavelet") {
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

  private final String title;

  NetworkKind(String title) {
    this.title = title;
  }

  /** Its name; of a built-in network, the value of {@code --network} that names it. */
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

  /**
   * Tells networks apart that the same choice gives for images of different sizes.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   */
  public abstract int depth(int shortestSide);

  /** The kinds that need no file. */
  static List<NetworkKind> builtIn() {
    return List.of(WAVELET);
  }

  /** The built-in kind that a value of {@code --network} names, if it does. */
  static Optional<NetworkKind> named(String value) {
    return builtIn().stream().filter(kind -> kind.title.equals(value)).findFirst();
  }
}
