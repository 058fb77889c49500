package io.github.styletransfer.preview;

import io.github.styletransfer.image.RgbImage;

/**
 * An image of the run's.
 *
 * @param number counts the images, from 1
 * @param iteration that it was made by, 1-based
 * @param image at the size of that iteration
 */
record ShownImage(int number, int iteration, RgbImage image) {}
