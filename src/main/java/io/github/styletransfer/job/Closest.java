package io.github.styletransfer.job;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the word that a misspelt one was meant to be. */
public final class Closest {
  /** The similarity, from 0 to 1, below which two words are unrelated. */
  private static final double LEAST_SIMILARITY = 0.8;

  private static final double SIMILARITY_OF_SAME_LETTERS = 0.9;

  private Closest() {}

  /** The most similar of the candidates, if one is similar at all. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    return to(word, candidates, UnaryOperator.identity());
  }

  /**
   * The most similar of the candidates, if one is similar at all.
   *
   * @param essence the part of a word that is compared
   */
  public static Optional<String> to(
      String word, Collection<String> candidates, UnaryOperator<String> essence) {
    String meant = lower(essence.apply(word));
    return candidates.stream()
        .map(candidate -> new Rated(candidate, similarity(meant, lower(essence.apply(candidate)))))
        .filter(rated -> rated.similarity() >= LEAST_SIMILARITY)
        .max(Comparator.comparingDouble(Rated::similarity))
        .map(Rated::candidate);
  }

  /**
   * Jaro and Winkler's: letters left out or exchanged cost little, a common beginning helps. It
   * doesn't see exchanged letters in words of three or four.
   */
  private static double similarity(String one, String other) {
    double similarity = new JaroWinklerSimilarity().apply(one, other);
    return Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray())
        ? Math.max(similarity, SIMILARITY_OF_SAME_LETTERS)
        : similarity;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private record Rated(String candidate, double similarity) {}
}
