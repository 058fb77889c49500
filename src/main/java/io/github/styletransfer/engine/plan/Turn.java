package io.github.styletransfer.engine.plan;

import io.github.styletransfer.engine.program.Node;

/** When a node's share is added to the gradient of what it takes. */
enum Turn {
  /** Its share can only be written, not added to what is there. */
  FIRST,
  /** It stands before a loss term. */
  WITH_ERRORS,
  /** It is added to what is there. */
  AFTER_ERRORS,
  /** It is added at no cost to what is there, and can lay the rectifier's mask on the sum. */
  LAST;

  /** Gives each kind of node its turn. */
  static final Node.Visitor<Turn> OF_NODE =
      new Node.Visitor<>() {
        @Override
        public Turn visit(Node.Convolution node) {
          return node.window().isDense() ? LAST : FIRST;
        }

        @Override
        public Turn visit(Node.Rectifier node) {
          return FIRST;
        }

        @Override
        public Turn visit(Node.Pooling node) {
          return FIRST;
        }

        @Override
        public Turn visit(Node.Concatenation node) {
          return AFTER_ERRORS;
        }

        @Override
        public Turn visit(Node.Weighting node) {
          return AFTER_ERRORS;
        }

        @Override
        public Turn visit(Node.Gram node) {
          return WITH_ERRORS;
        }

        @Override
        public Turn visit(Node.PixelSum node) {
          return AFTER_ERRORS;
        }

        @Override
        public Turn visit(Node.Matrix node) {
          return AFTER_ERRORS;
        }
      };
}
