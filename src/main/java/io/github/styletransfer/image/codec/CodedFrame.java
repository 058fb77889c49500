package io.github.styletransfer.image.codec;

/**
 * What a decoded picture is, before its rows.
 *
 * @param width pixels of a row
 * @param height rows
 * @param channels samples of a pixel: 1 grey, 2 grey and opacity, 3 red, green and blue, 4 those
 *     and opacity
 * @param primaries ITU-T H.273's ColourPrimaries, 2 for unknown
 * @param transfer its TransferCharacteristics, 2 for unknown
 */
public record CodedFrame(int width, int height, int channels, int primaries, int transfer) {}
