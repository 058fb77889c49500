package io.github.styletransfer.job;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedNetwork;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.VggSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The feature network of a run.
 *
 * @param kind which one
 * @param file that has its weights; empty for a built-in network
 * @param vgg how VGG-19 is computed
 * @param reason why it is this one, for the log; may be empty
 */
public record NetworkChoice(NetworkKind kind, Optional<Path> file, VggSettings vgg, String reason) {
  /** The option itself. */
  public static final String NETWORK = "network";

  /** Why no trained network is used when nothing else is asked for, for the log. */
  public static final String WITHOUT_FILE =
      ", as no trained network is in data/; get one with '%s' (%s) or '%s' (%s)"
          .formatted(
              PublishedNetwork.THIN.command(),
              PublishedNetwork.THIN.size(),
              PublishedNetwork.VGG19.command(),
              PublishedNetwork.VGG19.size());

  /**
   * The network that is asked for; when no particular one is, VGG-19 if its file is there, else the
   * thin one if its file is there, else the built-in one.
   *
   * @param vgg how a kind of network is computed
   */
  public static NetworkChoice of(
      @Nullable String argument, Function<NetworkKind, VggSettings> vgg, Path workingDirectory) {
    if (argument == null) {
      Optional<NetworkKind> found = NetworkKind.found(workingDirectory);
      return of(
          found.orElse(NetworkKind.WAVELET),
          vgg,
          workingDirectory,
          found.isPresent() ? "" : WITHOUT_FILE);
    }
    Optional<NetworkKind> named = NetworkKind.named(argument);
    if (named.isPresent()) {
      return of(named.get(), vgg, workingDirectory, "");
    }
    Path file = workingDirectory.resolve(argument);
    List<String> names = NetworkKind.withNames().stream().map(NetworkKind::title).toList();
    Optional<String> meant = Files.exists(file) ? Optional.empty() : Closest.to(argument, names);
    if (meant.isPresent()) {
      throw new IllegalArgumentException(
          "--network takes a file, %s, and '%s' is none of them: did you mean %s?"
              .formatted(String.join(" or ", names), argument, meant.get()));
    }
    NetworkKind kind = NetworkKind.of(file);
    return new NetworkChoice(kind, Optional.of(file), vgg.apply(kind), "");
  }

  /** In its usual place, if it is in a file. */
  private static NetworkChoice of(
      NetworkKind kind,
      Function<NetworkKind, VggSettings> vgg,
      Path workingDirectory,
      String reason) {
    Optional<Path> file =
        kind.published().map(some -> workingDirectory.resolve(some.defaultFile()));
    return new NetworkChoice(kind, file, vgg.apply(kind), reason);
  }

  /** Whether a trained network is used when no network is asked for. */
  public static boolean isTrainedByDefault(Path workingDirectory) {
    return NetworkKind.found(workingDirectory).isPresent();
  }

  /** The files that are read. */
  public List<InputFile> inputs() {
    return file.stream().map(InputFile::of).toList();
  }

  /** Names and values of the options that ask for it, in the order of {@code --help}. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(
        NETWORK,
        file.map(path -> path.toAbsolutePath().normalize().toString()).orElse(kind.title()));
    if (kind == NetworkKind.VGG19) {
      options.put("kernel-layout", OptionWord.of(vgg.layout()));
    }
    if (file.isPresent()) {
      options.put("pooling", OptionWord.of(vgg.pooling()));
    }
    if (file.isPresent() && (kind != NetworkKind.VGG19 || vgg.padding() != Padding.ZERO)) {
      options.put("padding", OptionWord.of(vgg.padding()));
    }
    return options;
  }

  /**
   * The network itself.
   *
   * @param shortestSide in pixels, of the images that it will be used on
   */
  public FeatureNetwork load(int shortestSide) throws NetworkFileException {
    return kind.load(this, shortestSide);
  }

  /** For the log. */
  @Override
  public String toString() {
    String kernels =
        kind == NetworkKind.VGG19 ? ", " + OptionWord.of(vgg.layout()) + " kernels" : "";
    return file.map(path -> path + kernels + ", " + OptionWord.of(vgg.pooling()) + " pooling")
        .orElse(kind.title() + ", the built-in one" + reason);
  }
}
