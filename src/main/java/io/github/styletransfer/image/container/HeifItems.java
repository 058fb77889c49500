package io.github.styletransfer.image.container;

import io.github.styletransfer.image.codec.ByteRange;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of a HEIF file's meta box: pictures, their parts, and what is said about them (ISO/IEC
 * 14496-12, 8.11, and ISO/IEC 23008-12, 9.3).
 */
final class HeifItems {
  private static final int FULL_BOX_BYTES = 4;
  private static final int FLAGS = 0xffffff;
  private static final int ID_IN_TWO_BYTES = 0xffff;
  private static final int ESSENTIAL = 0x80;
  private static final int LONG_INDEX_ESSENTIAL = 0x8000;
  private static final int HALF_BYTE = 0xf;

  private final BoxFile file;
  private final Map<Integer, String> types = new HashMap<>();
  private final Map<Integer, List<ByteRange>> places = new HashMap<>();
  private final Map<Integer, List<Property>> properties = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private int primary = -1;
  private long dataBox = -1;

  /**
   * A property of an item.
   *
   * @param type four characters
   * @param essential whether a reader that doesn't know it can't show the item
   */
  record Property(String type, Box box, boolean essential) {}

  /** Items that an item is made of, or belongs to. */
  private record Reference(String type, int from, List<Integer> to) {}

  private HeifItems(BoxFile file) {
    this.file = file;
  }

  /**
   * Those of a file.
   *
   * @throws FaultyContainerException if they can't be understood
   */
  static HeifItems of(BoxFile file) throws IOException {
    Box meta =
        BoxFile.first(file.boxes(), "meta")
            .orElseThrow(() -> new FaultyContainerException("no meta box"));
    HeifItems items = new HeifItems(file);
    try {
      items.read(meta);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new FaultyContainerException("a meta box cut short", e);
    }
    return items;
  }

  private void read(Box meta) throws IOException {
    List<Box> boxes = file.boxes(behindVersion(meta.content()));
    BoxFile.first(boxes, "idat").ifPresent(box -> dataBox = box.content().offset());
    for (Box box : boxes) {
      switch (box.type()) {
        case "pitm" -> {
          ByteBuffer bytes = file.bytes(box);
          primary = id(bytes, version(bytes.getInt()) == 0);
        }
        case "iinf" -> readTypes(box);
        case "iloc" -> readPlaces(file.bytes(box));
        case "iref" -> readReferences(box);
        case "iprp" -> readProperties(file.boxes(box.content()));
        default -> {}
      }
    }
  }

  private static ByteRange behindVersion(ByteRange content) {
    return new ByteRange(content.offset() + FULL_BOX_BYTES, content.length() - FULL_BOX_BYTES);
  }

  private static int version(int versionAndFlags) {
    return versionAndFlags >>> 24;
  }

  private static int id(ByteBuffer bytes, boolean twoBytes) {
    return twoBytes ? bytes.getShort() & ID_IN_TWO_BYTES : bytes.getInt();
  }

  private void readTypes(Box list) throws IOException {
    int version = version(file.bytes(list.content().offset(), FULL_BOX_BYTES).getInt());
    int header = FULL_BOX_BYTES + (version == 0 ? Short.BYTES : Integer.BYTES);
    ByteRange entries =
        new ByteRange(list.content().offset() + header, list.content().length() - header);
    for (Box entry : file.boxes(entries)) {
      ByteBuffer bytes = file.bytes(entry);
      int entryVersion = version(bytes.getInt());
      if (entry.type().equals("infe") && entryVersion >= 2) {
        int id = id(bytes, entryVersion == 2);
        bytes.getShort();
        byte[] type = new byte[Integer.BYTES];
        bytes.get(type);
        types.put(id, new String(type, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void readPlaces(ByteBuffer bytes) throws IOException {
    int version = version(bytes.getInt());
    int sizes = bytes.getShort();
    int offsetBytes = sizes >> 12 & HALF_BYTE;
    int lengthBytes = sizes >> 8 & HALF_BYTE;
    int baseBytes = sizes >> 4 & HALF_BYTE;
    int indexBytes = version == 0 ? 0 : sizes & HALF_BYTE;
    int count = id(bytes, version < 2);
    for (int i = 0; i < count; i++) {
      int id = id(bytes, version < 2);
      int method = version == 0 ? 0 : bytes.getShort() & HALF_BYTE;
      bytes.getShort();
      long base = number(bytes, baseBytes);
      int extents = bytes.getShort() & ID_IN_TWO_BYTES;
      List<ByteRange> ranges = new ArrayList<>();
      for (int extent = 0; extent < extents; extent++) {
        number(bytes, indexBytes);
        long offset = base + number(bytes, offsetBytes);
        long length = number(bytes, lengthBytes);
        ranges.add(inFile(method, offset, length));
      }
      if (method <= 1) {
        places.put(id, ranges);
      }
    }
  }

  /** Of method 1 is what lies in the meta box itself. */
  private ByteRange inFile(int method, long offset, long length) throws IOException {
    long start = method == 1 ? dataBox + offset : offset;
    return new ByteRange(start, length == 0 ? Math.max(0, file.size() - start) : length);
  }

  private static long number(ByteBuffer bytes, int size) throws FaultyContainerException {
    return switch (size) {
      case 0 -> 0;
      case Integer.BYTES -> Integer.toUnsignedLong(bytes.getInt());
      case Long.BYTES -> bytes.getLong();
      default -> throw new FaultyContainerException("a number of " + size + " bytes");
    };
  }

  private void readReferences(Box list) throws IOException {
    boolean twoBytes = version(file.bytes(list.content().offset(), FULL_BOX_BYTES).getInt()) == 0;
    for (Box box : file.boxes(behindVersion(list.content()))) {
      ByteBuffer bytes = file.bytes(box);
      int from = id(bytes, twoBytes);
      int count = bytes.getShort() & ID_IN_TWO_BYTES;
      List<Integer> to = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        to.add(id(bytes, twoBytes));
      }
      references.add(new Reference(box.type(), from, List.copyOf(to)));
    }
  }

  private void readProperties(List<Box> boxes) throws IOException {
    List<Box> all = new ArrayList<>();
    for (Box box : boxes) {
      if (box.type().equals("ipco")) {
        all.addAll(file.boxes(box.content()));
      }
    }
    for (Box box : boxes) {
      if (box.type().equals("ipma")) {
        readAssociations(file.bytes(box), all);
      }
    }
  }

  private void readAssociations(ByteBuffer bytes, List<Box> all) {
    int versionAndFlags = bytes.getInt();
    boolean longIndex = (versionAndFlags & FLAGS & 1) != 0;
    int items = bytes.getInt();
    for (int item = 0; item < items; item++) {
      int id = id(bytes, version(versionAndFlags) == 0);
      int count = Byte.toUnsignedInt(bytes.get());
      for (int i = 0; i < count; i++) {
        int value = longIndex ? bytes.getShort() : bytes.get();
        int essential = longIndex ? LONG_INDEX_ESSENTIAL : ESSENTIAL;
        int index = value & essential - 1;
        if (index >= 1 && index <= all.size()) {
          Box box = all.get(index - 1);
          properties
              .computeIfAbsent(id, some -> new ArrayList<>())
              .add(new Property(box.type(), box, (value & essential) != 0));
        }
      }
    }
  }

  /** The picture that the file is. */
  int primary() throws FaultyContainerException {
    if (!types.containsKey(primary)) {
      throw new FaultyContainerException("no primary item");
    }
    return primary;
  }

  /**
   * An item's type, four characters.
   *
   * @throws FaultyContainerException if there is no such item
   */
  String type(int id) throws FaultyContainerException {
    String type = types.get(id);
    if (type == null) {
      throw new FaultyContainerException("no item " + id);
    }
    return type;
  }

  /**
   * Where an item's bytes are.
   *
   * @throws FaultyContainerException if the file doesn't say, or hasn't all of them
   */
  List<ByteRange> places(int id) throws IOException {
    List<ByteRange> ranges = places.getOrDefault(id, List.of());
    if (ranges.isEmpty()) {
      throw new FaultyContainerException("no data of item " + id);
    }
    for (ByteRange range : ranges) {
      if (range.end() > file.size()) {
        throw new FaultyContainerException("item " + id + " ends behind the file");
      }
    }
    return List.copyOf(ranges);
  }

  /** An item's properties, in their order. */
  List<Property> properties(int id) {
    return List.copyOf(properties.getOrDefault(id, List.of()));
  }

  /** An item's first property of a type. */
  Optional<Box> property(int id, String type) {
    return properties(id).stream()
        .filter(property -> property.type().equals(type))
        .map(Property::box)
        .findFirst();
  }

  /** The items that an item refers to in a way. */
  List<Integer> referred(String type, int from) {
    return references.stream()
        .filter(reference -> reference.type().equals(type) && reference.from() == from)
        .flatMap(reference -> reference.to().stream())
        .toList();
  }

  /** The items that refer to an item in a way. */
  List<Integer> referring(String type, int to) {
    return references.stream()
        .filter(reference -> reference.type().equals(type) && reference.to().contains(to))
        .map(Reference::from)
        .toList();
  }

  /** A property's, or an item's, bytes. */
  ByteBuffer bytes(Box box) throws IOException {
    return file.bytes(box);
  }

  /** An item's bytes, if they are few and in one piece. */
  ByteBuffer bytes(int id) throws IOException {
    return file.bytes(new Box(type(id), places(id).get(0)));
  }
}
