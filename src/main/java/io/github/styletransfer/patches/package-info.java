/**
 * Style transfer with the painting's own patches, in plain Java: no network, and no library for
 * arithmetic.
 */
@NullMarked
package io.github.styletransfer.patches;

import org.jspecify.annotations.NullMarked;
