package io.github.styletransfer.region;

/**
 * The weights of a line of pixels that is brought to another length: triangles, one old or one new
 * pixel wide to each side, whichever is wider.
 */
final class Triangles {
  private final int[] firsts;
  private final double[][] weights;

  private Triangles(int[] firsts, double[][] weights) {
    this.firsts = firsts;
    this.weights = weights;
  }

  static Triangles of(int from, int to) {
    double scale = (double) from / to;
    double reach = Math.max(1, scale);
    int[] firsts = new int[to];
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      int first = (int) Math.max(0, centre - reach + 0.5);
      int end = (int) Math.min(from, centre + reach + 0.5);
      double[] some = new double[end - first];
      double sum = 0;
      for (int j = 0; j < some.length; j++) {
        some[j] = Math.max(0, 1 - Math.abs(first + j + 0.5 - centre) / reach);
        sum += some[j];
      }
      for (int j = 0; j < some.length; j++) {
        some[j] /= sum;
      }
      firsts[i] = first;
      weights[i] = some;
    }
    return new Triangles(firsts, weights);
  }

  /** The first old pixel that a new one is made of. */
  int first(int index) {
    return firsts[index];
  }

  /** How many old pixels a new one is made of. */
  int count(int index) {
    return weights[index].length;
  }

  /** The weight of one of them. */
  double weight(int index, int position) {
    return weights[index][position];
  }
}
