/** Measures how much a picture looks made of a painting: for tests and studies. */
@NullMarked
package io.github.styletransfer.patches;

import org.jspecify.annotations.NullMarked;
