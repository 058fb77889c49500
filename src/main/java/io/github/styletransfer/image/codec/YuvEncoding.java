package io.github.styletransfer.image.codec;

/**
 * How luma and chroma make a colour, as ITU-T H.273 numbers it.
 *
 * @param matrix its MatrixCoefficients: 0 for samples that are red, green and blue, 1 for BT.709, 2
 *     for unknown, 5 and 6 for BT.601, 9 for BT.2020
 * @param fullRange whether samples go from 0 to their maximum, not from 16/255 to 235/255 of it
 */
public record YuvEncoding(int matrix, boolean fullRange) {}
