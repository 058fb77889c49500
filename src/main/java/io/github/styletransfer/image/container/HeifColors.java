package io.github.styletransfer.image.container;

import io.github.styletransfer.image.codec.ByteRange;
import io.github.styletransfer.image.codec.YuvEncoding;
import io.github.styletransfer.image.container.ContainedPicture.ColorCode;
import io.github.styletransfer.image.container.HeifItems.Property;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the items of a HEIF file say of their colours. A grid that says nothing has its tiles'.
 *
 * @param items of the file
 */
record HeifColors(HeifItems items) {
  private static final String NUMBERED_COLORS = "nclx";
  private static final int FULL_RANGE = 0x80;

  /** Where an item's ICC profile is. */
  Optional<ByteRange> profile(int id) throws IOException {
    for (int one : wholeAndFirstTile(id)) {
      for (Property property : items.properties(one)) {
        Optional<String> kind = colorKind(property);
        if (kind.isPresent() && (kind.get().equals("prof") || kind.get().equals("rICC"))) {
          ByteRange content = property.box().content();
          return Optional.of(
              new ByteRange(content.offset() + Integer.BYTES, content.length() - Integer.BYTES));
        }
      }
    }
    return Optional.empty();
  }

  private List<Integer> wholeAndFirstTile(int id) throws IOException {
    List<Integer> tiles =
        items.type(id).equals(HeifFile.GRID) ? items.referred("dimg", id) : List.of();
    return tiles.isEmpty() ? List.of(id) : List.of(id, tiles.get(0));
  }

  private Optional<String> colorKind(Property property) throws IOException {
    if (!property.type().equals("colr")) {
      return Optional.empty();
    }
    byte[] kind = new byte[Integer.BYTES];
    items.bytes(property.box()).get(kind);
    return Optional.of(new String(kind, StandardCharsets.ISO_8859_1));
  }

  private Optional<ByteBuffer> numberedColors(int id) throws IOException {
    for (Property property : items.properties(id)) {
      if (colorKind(property).filter(NUMBERED_COLORS::equals).isPresent()) {
        return Optional.of(items.bytes(property.box()).position(Integer.BYTES));
      }
    }
    return Optional.empty();
  }

  /** The primaries and the transfer of an item, if it says them. */
  Optional<ColorCode> code(int id) throws IOException {
    for (int one : wholeAndFirstTile(id)) {
      Optional<ByteBuffer> colors = numberedColors(one);
      if (colors.isPresent()) {
        return Optional.of(
            new ColorCode(
                /* primaries= */ colors.get().getShort(), /* transfer= */ colors.get().getShort()));
      }
    }
    return Optional.empty();
  }

  /** How the samples of an item are encoded, if it says that. */
  Optional<YuvEncoding> encoding(int id) throws IOException {
    Optional<ByteBuffer> colors = numberedColors(id);
    if (colors.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer bytes = colors.get();
    bytes.getShort();
    bytes.getShort();
    return Optional.of(
        new YuvEncoding(
            /* matrix= */ bytes.getShort(), /* fullRange= */ (bytes.get() & FULL_RANGE) != 0));
  }
}
