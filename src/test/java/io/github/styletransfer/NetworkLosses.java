package io.github.styletransfer;

import io.github.styletransfer.loss.Losses;
import java.util.LinkedHashMap;
import java.util.Map;

/** Losses of the three terms that every run of a network has. */
public final class NetworkLosses {
  private NetworkLosses() {}

  /** Names the values. */
  public static Losses of(double total, double content, double style, double variation) {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("content", content);
    terms.put("style", style);
    terms.put("tv", variation);
    return new Losses(total, terms);
  }
}
