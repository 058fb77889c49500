/**
 * Saves images; no file is ever left half-written ({@link
 * io.github.styletransfer.storage.AtomicFile}).
 */
@NullMarked
package io.github.styletransfer.image.write;

import org.jspecify.annotations.NullMarked;
