package io.github.styletransfer.job;

import io.github.styletransfer.network.FeatureNetwork;
import io.github.styletransfer.network.NetworkFileException;
import io.github.styletransfer.network.PublishedBuild;
import io.github.styletransfer.network.vgg.Padding;
import io.github.styletransfer.network.vgg.VggSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Why VGG-19 isn't used when nothing else is asked for, for the log. */
  public static final String WITHOUT_FILE =
      ", as "
          + PublishedBuild.DEFAULT_FILE
          + " is not there; to paint with VGG-19, get it with 'style-transfer fetch'";

  /**
   * The network that is asked for; when no particular one is, VGG-19 if its file is there, else the
   * built-in one.
   */
  public static NetworkChoice of(
      @Nullable String argument, VggSettings vgg, Path workingDirectory) {
    if (argument == null) {
      return usual(vgg, workingDirectory);
    }
    Optional<NetworkKind> builtIn = NetworkKind.named(argument);
    if (builtIn.isPresent()) {
      return new NetworkChoice(builtIn.get(), Optional.empty(), vgg, "");
    }
    Path file = workingDirectory.resolve(argument);
    List<String> names = NetworkKind.builtIn().stream().map(NetworkKind::title).toList();
    Optional<String> meant = Files.exists(file) ? Optional.empty() : Closest.to(argument, names);
    if (meant.isPresent()) {
      throw new IllegalArgumentException(
          "--network takes a file or %s, and '%s' is neither: did you mean %s?"
              .formatted(String.join(" or ", names), argument, meant.get()));
    }
    return new NetworkChoice(NetworkKind.VGG19, Optional.of(file), vgg, "");
  }

  private static NetworkChoice usual(VggSettings vgg, Path workingDirectory) {
    Path file = workingDirectory.resolve(PublishedBuild.DEFAULT_FILE);
    return Files.exists(file)
        ? new NetworkChoice(NetworkKind.VGG19, Optional.of(file), vgg, "")
        : new NetworkChoice(NetworkKind.WAVELET, Optional.empty(), vgg, WITHOUT_FILE);
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
      options.put("pooling", OptionWord.of(vgg.pooling()));
      if (vgg.padding() != Padding.ZERO) {
        options.put("padding", OptionWord.of(vgg.padding()));
      }
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
    return file.map(
            path ->
                "%s, %s kernels, %s pooling"
                    .formatted(path, OptionWord.of(vgg.layout()), OptionWord.of(vgg.pooling())))
        .orElse(kind.title() + ", the built-in one" + reason);
  }
}
