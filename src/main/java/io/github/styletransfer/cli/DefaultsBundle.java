package io.github.styletransfer.cli;

import io.github.styletransfer.job.NetworkDefaults;
import io.github.styletransfer.job.NetworkKind;
import io.github.styletransfer.job.OptionWord;
import io.github.styletransfer.patches.PatchSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods' defaults, for the options' descriptions in {@code --help}. Each is put into words
 * when it is asked for: most command lines ask for none.
 */
final class DefaultsBundle extends ResourceBundle {
  private static final double RATIO_DIGITS = 1000;

  private final Map<String, Supplier<String>> texts = new LinkedHashMap<>();

  DefaultsBundle() {
    PatchSettings patches = PatchSettings.DEFAULT;
    entry("content-weight", d -> number(d.contentWeight()));
    entry("style-weight", d -> number(d.styleWeight()));
    entry("tv-weight", d -> number(d.tvWeight()));
    entry("content-layers", d -> d.contentLayers().toString());
    entry("style-layers", d -> d.styleLayers().toString());
    entry("init", NetworkDefaults::init);
    entry("match-colors", d -> d.matchColors() ? "yes" : "no");
    add(
        "sizes",
        () ->
            networks(d -> d.sizes().countText())
                + ", with patches as many as the result's size asks for");
    add(
        "seed",
        () -> "default: " + patches.seed() + " with patches, or else drawn at random and logged");
    add("content-strength", () -> "default: " + number(patches.contentStrength()));
    add("finest-patch", () -> "default: " + patches.finestPatch());
    add("finish", () -> "default: " + (patches.finish() ? "yes" : "no"));
    ofSome("kernel-layout", d -> OptionWord.of(d.vgg().layout()));
    ofSome("pooling", d -> OptionWord.of(d.vgg().pooling()));
    ofSome("padding", d -> OptionWord.of(d.vgg().padding()));
    ofSome("style-loss", d -> OptionWord.of(d.styleLoss()));
    entry("tv-neighbors", d -> Integer.toString(d.neighbours().count()));
    entry("size-ratio", d -> ratio(d.sizes().ratio()));
    entry("stop-when", d -> d.stopWhen().map(Object::toString).orElse("never"));
    entry("resampling", d -> OptionWord.of(d.resampling()));
    entry("optimizer", d -> OptionWord.of(d.optimizer()));
    entry("iterations", d -> d.iterations().toString());
    entry("learning-rate", d -> number(d.adam().learningRate()));
    entry("beta1", d -> number(d.adam().beta1()));
    entry("beta2", d -> number(d.adam().beta2()));
    entry("epsilon", d -> Double.toString(d.adam().epsilon()));
    entry("average", d -> number(d.adam().average()));
  }

  private void add(String option, Supplier<String> text) {
    texts.put("default." + option, text);
  }

  private void entry(String option, Function<NetworkDefaults, String> value) {
    add(option, () -> networks(value));
  }

  private void ofSome(String option, Function<NetworkDefaults, String> value) {
    add(
        option,
        () ->
            defaults(
                value,
                Stream.of(NetworkKind.values())
                    .filter(kind -> kind.ownOptions().contains(option))
                    .toList()));
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    Supplier<String> text = texts.get(key);
    return text == null ? null : text.get();
  }

  @Override
  protected Set<String> handleKeySet() {
    return texts.keySet();
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }

  private static String networks(Function<NetworkDefaults, String> value) {
    return defaults(value, List.of(NetworkKind.values()));
  }

  private static String defaults(
      Function<NetworkDefaults, String> value, List<NetworkKind> networks) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (NetworkKind network : networks) {
      network
          .defaults()
          .forEach(
              (name, defaults) ->
                  names
                      .computeIfAbsent(value.apply(defaults), same -> new ArrayList<>())
                      .add(name));
    }
    return names.size() == 1
        ? "default: " + names.keySet().iterator().next()
        : names.entrySet().stream()
            .map(entry -> entry.getKey() + " with " + String.join(" and ", entry.getValue()))
            .collect(Collectors.joining(", ", "default: ", ""));
  }

  private static String ratio(double value) {
    return number(Math.round(value * RATIO_DIGITS) / RATIO_DIGITS);
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
