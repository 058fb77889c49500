/**
 * Image files as arrays of sRGB samples and back. {@link ImageReader} turns the many kinds of files
 * people have (colour profiles, transparency, grey, 16 bits per channel, turned photos) into the
 * one kind the rest of the program knows, {@link RgbImage}; {@link Resizer} changes its size;
 * {@link ImageWriter} saves it. {@link ImageFileException} tells the user in one sentence what is
 * wrong with a file, and no file is ever left half-written ({@link
 * io.github.styletransfer.storage.AtomicFile}).
 */
@NullMarked
package io.github.styletransfer.image;

import org.jspecify.annotations.NullMarked;
