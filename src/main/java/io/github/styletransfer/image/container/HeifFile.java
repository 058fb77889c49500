package io.github.styletransfer.image.container;

import io.github.styletransfer.image.ImageSize;
import io.github.styletransfer.image.Orientation;
import io.github.styletransfer.image.codec.Codec;
import io.github.styletransfer.image.codec.CodedImage;
import io.github.styletransfer.image.codec.YuvEncoding;
import io.github.styletransfer.image.container.ContainedPicture.Layer;
import io.github.styletransfer.image.container.ContainedPicture.Window;
import io.github.styletransfer.image.container.HeifItems.Property;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the picture in a HEIF file (ISO/IEC 23008-12). */
public final class HeifFile {
  private static final Map<String, Codec> CODECS =
      Map.of(
          "hvc1", Codec.HEVC,
          "av01", Codec.AV1,
          "avc1", Codec.AVC,
          "jpeg", Codec.JPEG,
          "j2k1", Codec.JPEG_2000);

  private static final Map<Codec, String> CONFIGURATIONS =
      Map.of(Codec.HEVC, "hvcC", Codec.AV1, "av1C", Codec.AVC, "avcC");

  /** Properties that may be essential: these are known, or tell only about what is known. */
  private static final Set<String> KNOWN =
      Set.of(
          "hvcC", "av1C", "avcC", "j2kH", "ispe", "pixi", "colr", "pasp", "auxC", "clap", "irot",
          "imir", "a1op", "lsel", "a1lx", "clli", "mdcv", "cclv", "amve", "rloc", "udes");

  private static final Set<String> OPACITY =
      Set.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1");

  static final String GRID = "grid";
  private static final String IDENTITY = "iden";
  private static final int FULL_BOX_BYTES = 4;
  private static final int LARGE_FIELDS = 1;
  private static final int MOST_TILES = 4096;
  private static final int UNSIGNED_SHORT = 0xffff;
  private static final int QUARTER_TURNS = 3;

  private final HeifItems items;
  private final HeifColors itemColors;

  private HeifFile(HeifItems items) {
    this.items = items;
    this.itemColors = new HeifColors(items);
  }

  /**
   * The picture that a file shows first.
   *
   * @throws FaultyContainerException if the file is damaged
   * @throws UnknownContainerException if it is put together in a way that isn't known
   * @throws IOException if it can't be read
   */
  public static ContainedPicture picture(Path path) throws IOException {
    try (BoxFile file = BoxFile.open(path)) {
      return new HeifFile(HeifItems.of(file)).primary();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new FaultyContainerException("a box cut short", e);
    }
  }

  private ContainedPicture primary() throws IOException {
    int id = items.primary();
    Orientation outer = Orientation.NORMAL;
    if (items.type(id).equals(IDENTITY)) {
      outer = orientation(id);
      id = only(items.referred("dimg", id));
    }
    Layer colors = layer(id);
    Optional<Integer> opacity = opacity(id);
    return new ContainedPicture(
        colors,
        opacity.isPresent() ? Optional.of(layer(opacity.get())) : Optional.empty(),
        opacity.isPresent() && items.referred("prem", id).contains(opacity.get()),
        window(id, colors.size()),
        orientation(id).then(outer),
        itemColors.profile(id),
        itemColors.code(id));
  }

  private static int only(List<Integer> ids) throws FaultyContainerException {
    if (ids.size() != 1) {
      throw new FaultyContainerException("a picture derived of " + ids.size());
    }
    return ids.get(0);
  }

  private Layer layer(int id) throws IOException {
    checkEssential(id);
    if (items.type(id).equals(GRID)) {
      return grid(id);
    }
    return new Layer(size(id), 1, List.of(coded(id, id)));
  }

  private void checkEssential(int id) throws UnknownContainerException {
    for (Property property : items.properties(id)) {
      if (property.essential() && !KNOWN.contains(property.type())) {
        throw new UnknownContainerException("the property " + property.type());
      }
    }
  }

  /** A grid's own bytes say how many tiles it has, and what is to be seen of them. */
  private Layer grid(int id) throws IOException {
    ByteBuffer bytes = items.bytes(id);
    bytes.get();
    boolean large = (bytes.get() & LARGE_FIELDS) != 0;
    int rows = 1 + Byte.toUnsignedInt(bytes.get());
    int columns = 1 + Byte.toUnsignedInt(bytes.get());
    int width = large ? bytes.getInt() : bytes.getShort() & UNSIGNED_SHORT;
    int height = large ? bytes.getInt() : bytes.getShort() & UNSIGNED_SHORT;
    List<Integer> tiles = items.referred("dimg", id);
    if (rows * columns > MOST_TILES || tiles.size() != rows * columns) {
      throw new FaultyContainerException(
          tiles.size() + " tiles for a grid of " + rows + " x " + columns);
    }
    List<CodedImage> coded = new ArrayList<>();
    for (int tile : tiles) {
      coded.add(coded(tile, id));
    }
    return new Layer(new ImageSize(width, height), columns, List.copyOf(coded));
  }

  private ImageSize size(int id) throws IOException {
    Box extent =
        items
            .property(id, "ispe")
            .orElseThrow(() -> new FaultyContainerException("no size of item " + id));
    ByteBuffer bytes = items.bytes(extent).position(FULL_BOX_BYTES);
    return new ImageSize(/* width= */ bytes.getInt(), /* height= */ bytes.getInt());
  }

  /**
   * A picture that isn't put together from others.
   *
   * @param whole the picture that it is, or is a tile of, whose colours count first
   */
  private CodedImage coded(int id, int whole) throws IOException {
    checkEssential(id);
    Codec codec = CODECS.get(items.type(id));
    if (codec == null) {
      throw new UnknownContainerException("a picture of the type " + items.type(id));
    }
    String configuration = CONFIGURATIONS.getOrDefault(codec, "");
    Optional<YuvEncoding> encoding = itemColors.encoding(whole);
    return new CodedImage(
        codec,
        items.property(id, configuration).map(Box::content),
        items.places(id),
        encoding.isPresent() ? encoding : itemColors.encoding(id));
  }

  /** The item that says how opaque another one is. */
  private Optional<Integer> opacity(int id) throws IOException {
    for (int auxiliary : items.referring("auxl", id)) {
      Optional<Box> kind = items.property(auxiliary, "auxC");
      if (kind.isPresent() && OPACITY.contains(text(items.bytes(kind.get())))) {
        return Optional.of(auxiliary);
      }
    }
    return Optional.empty();
  }

  private static String text(ByteBuffer fullBox) {
    String text = StandardCharsets.UTF_8.decode(fullBox.position(FULL_BOX_BYTES)).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** What the clean aperture leaves (ISO/IEC 14496-12, 12.1.4), rounded to whole pixels. */
  private Window window(int id, ImageSize size) throws IOException {
    Optional<Box> aperture = items.property(id, "clap");
    if (aperture.isEmpty()) {
      return new Window(0, 0, size);
    }
    ByteBuffer bytes = items.bytes(aperture.get());
    double width = fraction(bytes);
    double height = fraction(bytes);
    double right = fraction(bytes);
    double down = fraction(bytes);
    Window window =
        new Window(
            (int) Math.round((size.width() - width) / 2 + right),
            (int) Math.round((size.height() - height) / 2 + down),
            new ImageSize((int) Math.round(width), (int) Math.round(height)));
    if (window.left() < 0
        || window.top() < 0
        || window.size().width() < 1
        || window.size().height() < 1
        || window.left() + (long) window.size().width() > size.width()
        || window.top() + (long) window.size().height() > size.height()) {
      throw new FaultyContainerException("a part beyond the picture: " + window);
    }
    return window;
  }

  private static double fraction(ByteBuffer bytes) {
    int numerator = bytes.getInt();
    return (double) numerator / Integer.toUnsignedLong(bytes.getInt());
  }

  private Orientation orientation(int id) throws IOException {
    Orientation orientation = Orientation.NORMAL;
    for (Property property : items.properties(id)) {
      if (property.type().equals("irot")) {
        int turns = items.bytes(property.box()).get() & QUARTER_TURNS;
        for (int i = 0; i < turns; i++) {
          orientation = orientation.then(Orientation.ROTATED_270);
        }
      } else if (property.type().equals("imir")) {
        boolean leftRight = (items.bytes(property.box()).get() & 1) != 0;
        orientation = orientation.then(leftRight ? Orientation.MIRRORED : Orientation.FLIPPED);
      }
    }
    return orientation;
  }
}
