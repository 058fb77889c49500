package io.github.styletransfer.model.loss;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Squared 2-Wasserstein distances of Gaussians: |m - n|^2 + tr(S + R - 2 (R^1/2 S R^1/2)^1/2), with
 * means m and n and covariances S and R.
 *
 * <p>The last term is tr(T S), with the matrix T that takes one covariance to the other, T S T = R.
 * Of all positive definite matrices, it is the one for which tr(T S) + tr(T^-1 R) is least (Peyre
 * and Cuturi, "Computational Optimal Transport", 2019), so that the derivative of tr(S + R) minus
 * this sum with respect to S is I - T, as if T were a constant. It is one here, by a stop of the
 * gradient.
 *
 * <p>T and its inverse are the limits of Z and Y in Z' = W Z, Y' = Y W, W = a I + b Z Y + c (Z
 * Y)^2, which begins with R and S, both divided by the root of the product of their norms (Higham,
 * "Functions of Matrices", 2008, chapter 6). Neither is squared, as R^1/2 S R^1/2 would do, so that
 * floats do. The coefficients are those of "The Polar Express" (Amsel et al., 2025): each step is
 * the best for singular values, of S^1/2 R^1/2, that the steps before have left, from 3e-4 to 1 at
 * first. Smaller ones come out too small; they add little. More steps would magnify roundings.
 *
 * <p>To both covariances, what rounding may take from them is added first, in each direction: twice
 * the type's precision times the trace of the second moment that they are made of. Otherwise small
 * eigenvalues could be negative, and their powers would grow beyond all bounds.
 */
final class GaussianDistance {
  /** The coefficients a, b and c of each step. */
  private static final double[][] STEPS = {
    {8.5010644833, -25.2294642138, 18.7258494118},
    {4.2345167633, -3.1445529597, 0.5846958290},
    {4.1628247547, -3.0947899116, 0.5790201415},
    {3.8890711420, -2.9026155050, 0.5571138447},
    {3.1156150977, -2.3355817700, 0.4927634931},
    {2.1509213664, -1.5309787649, 0.4040315828},
    {1.8801152894, -1.2556719855, 0.3755676498},
    {1.875, -1.25, 0.375}
  };

  private static final double FLOAT_ROUNDING = 0x1p-22;
  private static final double DOUBLE_ROUNDING = 0x1p-51;

  private final SameDiff graph;
  private final SDVariable identity;
  private final double rounding;

  /**
   * Adds the identity matrix.
   *
   * @param name of it
   * @param size its rows
   */
  GaussianDistance(SameDiff graph, String name, long size, DataType type) {
    this.graph = graph;
    identity = graph.constant(name, Nd4j.eye(size).castTo(type));
    rounding = type == DataType.DOUBLE ? DOUBLE_ROUNDING : FLOAT_ROUNDING;
  }

  /**
   * A distribution.
   *
   * @param mean [1, C]
   * @param covariance [C, C]
   * @param second the mean of the products of values, [C, C]
   */
  record Gaussian(SDVariable mean, SDVariable covariance, SDVariable second) {}

  /**
   * A distribution of its moments.
   *
   * @param second the mean of the products of values, [C, C]
   * @param mean [1, C]
   * @param least added to the variances
   */
  Gaussian gaussian(SDVariable second, SDVariable mean, double least) {
    SDVariable covariance = second.sub(graph.mmul(mean, mean, true, false, false));
    return new Gaussian(mean, covariance.add(identity.mul(least)), second);
  }

  /** The terms whose sum is the squared distance; its gradient is that for the first alone. */
  List<SDVariable> terms(Gaussian from, Gaussian to) {
    SDVariable y = raised(stopped(from.covariance()), stopped(from.second()));
    SDVariable z = raised(to.covariance(), to.second());
    SDVariable norm = graph.math().sqrt(norm(y).mul(norm(z)));
    y = y.div(norm);
    z = z.div(norm);
    for (double[] step : STEPS) {
      SDVariable product = graph.mmul(z, y);
      SDVariable factor =
          identity
              .mul(step[0])
              .add(product.mul(step[1]))
              .add(graph.mmul(product, product).mul(step[2]));
      y = graph.mmul(y, factor);
      z = graph.mmul(factor, z);
    }
    SDVariable difference = from.mean().sub(to.mean());
    return List.of(
        inner(difference, difference),
        inner(identity.sub(z), from.covariance()),
        inner(identity.sub(y), to.covariance()));
  }

  private SDVariable stopped(SDVariable matrix) {
    return new StopGradient(graph, matrix).outputVariable();
  }

  private SDVariable raised(SDVariable covariance, SDVariable second) {
    return covariance.add(identity.mul(inner(identity, second).mul(rounding)));
  }

  /** The root of the sum of all squares. */
  private SDVariable norm(SDVariable matrix) {
    return graph.math().sqrt(inner(matrix, matrix));
  }

  private static SDVariable inner(SDVariable a, SDVariable b) {
    return a.mul(b).sum();
  }
}
