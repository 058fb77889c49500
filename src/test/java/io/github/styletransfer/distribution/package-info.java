/** Makes the distribution: the program with a Java of its own, as an archive and as a package. */
@NullMarked
package io.github.styletransfer.distribution;

import org.jspecify.annotations.NullMarked;
