/** The program on a cluster of Apache Spark. No other package knows Spark or Hadoop. */
@NullMarked
package io.github.styletransfer.spark;

import org.jspecify.annotations.NullMarked;
