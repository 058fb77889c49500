package io.github.styletransfer.image.read;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.codec.ByteRange;
import io.github.styletransfer.image.codec.CodecProcess;
import io.github.styletransfer.image.codec.CodedImage;
import io.github.styletransfer.image.container.ContainedPicture;
import io.github.styletransfer.image.container.ContainedPicture.ColorCode;
import io.github.styletransfer.image.container.HeifFile;
import io.github.styletransfer.image.container.Jp2File;
import io.github.styletransfer.image.profile.Cicp;
import io.github.styletransfer.image.profile.RgbEncoding;
import io.github.styletransfer.image.profile.SrgbConversion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture whose file is told apart here, and decoded in another process.
 *
 * @param file that it is in
 * @param picture where in it, and how
 */
record CodedPicture(Path file, ContainedPicture picture) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PIXELS_OF_A_SECOND = 1_000_000;
  private static final int UNKNOWN = 2;
  private static final int MOST_PROFILE_BYTES = 1 << 24;

  /**
   * Looks at a file's boxes.
   *
   * @throws IOException if they can't be understood
   */
  static CodedPicture of(Path file, ImageFormat format) throws IOException {
    return new CodedPicture(
        file,
        switch (format) {
          case JPEG_2000 -> Jp2File.picture(file);
          case WEBP -> WebpFrame.picture(file);
          default -> HeifFile.picture(file);
        });
  }

  /** Size as stored. */
  ImageSize size() {
    return picture.window().size();
  }

  Orientation orientation() {
    return picture.orientation();
  }

  /** Pixels that are decoded, seen or not. */
  long decodedPixels() {
    return picture.colors().size().pixels();
  }

  /** Takes the rows of a picture. */
  @FunctionalInterface
  interface Reader<T> {
    T read(PixelRows rows) throws IOException;
  }

  /**
   * Decodes it.
   *
   * @param profile the conversion of its profile, if it has one that can be used
   * @param maxPixels the most pixels it may have
   * @throws IOException if it can't be decoded
   */
  <T> T decode(Optional<SrgbConversion> profile, long maxPixels, Reader<T> reader)
      throws IOException {
    List<CodedImage> images = new ArrayList<>();
    picture.opacity().ifPresent(layer -> images.addAll(layer.tiles()));
    images.addAll(picture.colors().tiles());
    Duration patience = PATIENCE.plusSeconds(decodedPixels() / PIXELS_OF_A_SECOND);
    try (CodecProcess process = CodecProcess.start(file, images, maxPixels, patience)) {
      return reader.read(new CodedRows(process, picture, colors(profile)));
    }
  }

  private CodedRows.Colors colors(Optional<SrgbConversion> profile) {
    return (primaries, transfer, components) ->
        profile
            .filter(some -> some.components() == components)
            .orElseGet(() -> conversion(primaries, transfer));
  }

  /** Its colour profile, if it has one. */
  Optional<byte[]> profile() throws IOException {
    if (picture.profile().isEmpty()) {
      return Optional.empty();
    }
    ByteRange place = picture.profile().get();
    byte[] bytes = new byte[(int) Math.min(MOST_PROFILE_BYTES, place.length())];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(place.offset());
      in.readFully(bytes);
    }
    return Optional.of(bytes);
  }

  /** What the file says counts before what its picture says. */
  private @Nullable SrgbConversion conversion(int primaries, int transfer) {
    ColorCode said = picture.code().orElse(new ColorCode(UNKNOWN, UNKNOWN));
    return new Cicp(
            said.primaries() == UNKNOWN ? primaries : said.primaries(),
            said.transfer() == UNKNOWN ? transfer : said.transfer(),
            0,
            true)
        .encoding()
        .filter(encoding -> !encoding.isSrgb())
        .map(RgbEncoding::toSrgb)
        .orElse(null);
  }
}
