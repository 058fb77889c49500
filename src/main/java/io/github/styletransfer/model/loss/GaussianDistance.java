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
 * Y)^2, which begins with R and S, both divided by the root of the product of their traces (Higham,
 * "Functions of Matrices", 2008, chapter 6). Neither is squared, as R^1/2 S R^1/2 would do, so that
 * floats do. The coefficients are those of "The Polar Express" (Amsel et al., 2025): each step is
 * the best for singular values, of S^1/2 R^1/2, that the steps before have left, from 1e-4 to 1 at
 * first. Smaller ones come out too small; they add little.
 *
 * <p>To both covariances, what rounding takes from them is added first: the type's precision times
 * the trace, in each direction. Otherwise small eigenvalues could be negative, and their powers
 * would grow beyond all bounds.
 */
final class GaussianDistance {
  /** The coefficients a, b and c of each step. */
  private static final double[][] STEPS = {
    {8.5098853026, -25.2643041908, 18.7535678997},
    {4.2495734789, -3.1549764881, 0.5858847825},
    {4.2251221908, -3.1380444351, 0.5839534551},
    {4.1248386870, -3.0683324528, 0.5760029536},
    {3.7580103358, -2.8092738924, 0.5464842066},
    {2.8561775413, -2.1340562332, 0.4701107692},
    {2.0206004158, -1.4037211505, 0.3906738969},
    {1.8758751005, -1.2509719905, 0.3750972123},
    {1.875, -1.25, 0.375}
  };

  private static final double FLOAT_PRECISION = 0x1p-23;
  private static final double DOUBLE_PRECISION = 0x1p-52;

  private final SameDiff graph;
  private final SDVariable identity;
  private final double precision;

  /**
   * Adds the identity matrix.
   *
   * @param name of it
   * @param size its rows
   */
  GaussianDistance(SameDiff graph, String name, long size, DataType type) {
    this.graph = graph;
    identity = graph.constant(name, Nd4j.eye(size).castTo(type));
    precision = type == DataType.DOUBLE ? DOUBLE_PRECISION : FLOAT_PRECISION;
  }

  /**
   * A distribution.
   *
   * @param mean [1, C]
   * @param covariance [C, C]
   */
  record Gaussian(SDVariable mean, SDVariable covariance) {}

  /**
   * A distribution of its moments.
   *
   * @param second the mean of the products of values, [C, C]
   * @param mean [1, C]
   * @param least added to the variances
   */
  Gaussian gaussian(SDVariable second, SDVariable mean, double least) {
    SDVariable covariance = second.sub(graph.mmul(mean, mean, true, false, false));
    return new Gaussian(mean, covariance.add(identity.mul(least)));
  }

  /** The terms whose sum is the squared distance; its gradient is that for the first alone. */
  List<SDVariable> terms(Gaussian from, Gaussian to) {
    SDVariable given = new StopGradient(graph, from.covariance()).outputVariable();
    SDVariable trace = inner(identity, given);
    SDVariable otherTrace = inner(identity, to.covariance());
    SDVariable norm = graph.math().sqrt(trace.mul(otherTrace));
    SDVariable y = raised(given, trace).div(norm);
    SDVariable z = raised(to.covariance(), otherTrace).div(norm);
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

  private SDVariable raised(SDVariable covariance, SDVariable trace) {
    return covariance.add(identity.mul(trace.mul(precision)));
  }

  private static SDVariable inner(SDVariable a, SDVariable b) {
    return a.mul(b).sum();
  }
}
