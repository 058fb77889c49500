package io.github.styletransfer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

/** How far apart two images of one size are, in grey levels. */
final class Differences {
  private final int[] levels;

  private Differences(int[] levels) {
    this.levels = levels;
  }

  static Differences of(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    int[] a = one.getRaster().getPixels(0, 0, one.getWidth(), one.getHeight(), (int[]) null);
    int[] b = other.getRaster().getPixels(0, 0, one.getWidth(), one.getHeight(), (int[]) null);
    assertThat(a).hasSameSizeAs(b);
    int[] levels = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      levels[i] = Math.abs(a[i] - b[i]);
    }
    return new Differences(levels);
  }

  double mean() {
    double sum = 0;
    for (int level : levels) {
      sum += level;
    }
    return sum / levels.length;
  }

  double shareWithin(int limit) {
    int count = 0;
    for (int level : levels) {
      count += level <= limit ? 1 : 0;
    }
    return (double) count / levels.length;
  }
}
