/**
 * Images as arrays of sRGB samples, {@link RgbImage}, the one kind the rest of the program knows;
 * {@link Resizer} changes their size. Package {@code read} makes them of the many kinds of files
 * people have, package {@code write} saves them. {@link ImageFileException} tells the user in one
 * sentence what is wrong with a file.
 */
@NullMarked
package io.github.styletransfer.image;

import org.jspecify.annotations.NullMarked;
