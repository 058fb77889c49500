package io.github.styletransfer.cli;

import io.github.styletransfer.job.NetworkDefaults;
import java.math.BigDecimal;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.function.Function;

/** Both networks' defaults, for the options' descriptions in {@code --help}. */
final class DefaultsBundle extends ListResourceBundle {
  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      entry("content-weight", d -> number(d.contentWeight())),
      entry("style-weight", d -> number(d.styleWeight())),
      entry("tv-weight", d -> number(d.tvWeight())),
      entry("content-layers", d -> d.contentLayers().toString()),
      entry("style-layers", d -> d.styleLayers().toString()),
      entry("init", NetworkDefaults::init),
      entry("match-colors", d -> d.matchColors() ? "yes" : "no"),
      entry("sizes", d -> Integer.toString(d.sizes())),
      entry("optimizer", d -> d.optimizer().name().toLowerCase(Locale.ROOT)),
      entry("iterations", d -> Integer.toString(d.iterations())),
      entry("learning-rate", d -> number(d.adam().learningRate())),
      entry("beta1", d -> number(d.adam().beta1())),
      entry("beta2", d -> number(d.adam().beta2())),
      entry("epsilon", d -> Double.toString(d.adam().epsilon()))
    };
  }

  private static Object[] entry(String option, Function<NetworkDefaults, String> value) {
    String vgg = value.apply(NetworkDefaults.VGG19);
    String wavelet = value.apply(NetworkDefaults.WAVELET);
    String text =
        vgg.equals(wavelet)
            ? "default: " + vgg
            : "default: " + vgg + " with VGG-19, " + wavelet + " with wavelet";
    return new Object[] {"default." + option, text};
  }

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
