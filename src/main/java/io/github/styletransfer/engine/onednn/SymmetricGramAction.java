package io.github.styletransfer.engine.onednn;

import io.github.styletransfer.engine.program.Gram;
import io.github.styletransfer.network.FeatureSize;
import java.util.List;

/**
 * A Gram matrix of features with themselves, without its factor: F^T F, [C, C], of features F, [H
 * W, C]. Half of it is computed, the rest mirrored.
 *
 * @param gram the matrix
 * @param features the features, float
 * @param matrix receives the products, float
 * @param split into what parts
 * @param working memory for the threads
 */
record SymmetricGramAction(
    Gram gram, Buffer features, Buffer matrix, GramSplit split, Buffer working) implements Action {

  /** Whether a Gram matrix can be computed so. */
  static boolean fits(Gram gram, Buffer features) {
    return gram.isSymmetric()
        && features.type() == ElementType.FLOAT32
        && gram.a().size().channels() % GramSplit.STRIP == 0;
  }

  static SymmetricGramAction of(Gram gram, Buffer features, Buffer matrix) {
    FeatureSize size = gram.a().size();
    GramSplit split =
        GramSplit.of(
            size.height() * size.width(), Math.toIntExact(size.channels()), Workers.available());
    return new SymmetricGramAction(
        gram, features, matrix, split, new Buffer(ElementType.FLOAT32, split.working()));
  }

  @Override
  public String name() {
    return "gram " + gram.name();
  }

  @Override
  public List<Buffer> buffers() {
    return List.of(features, matrix, working);
  }

  @Override
  public Step compile(Device device) {
    return new Step(
        name(), "symmetric", Workers.onOneThread(() -> new SymmetricGram(device, this)));
  }
}
