package io.github.styletransfer.image.read;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells files with a camera's own, undeveloped data from TIFF files, which they begin like. */
final class CameraRaw {
  private static final Logger LOG = LoggerFactory.getLogger(CameraRaw.class);
  private static final int CANON_OFFSET = 8;
  private static final int CANON = 'C' << 8 | 'R';
  private static final int SUBFILE_TYPE = 254;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int SUB_DIRECTORIES = 330;
  private static final int DNG_VERSION = 50_706;
  private static final int REDUCED = 1;
  private static final int COLOR_FILTERS = 32_803;

  /** Of Nikon, Sony, Samsung, Kodak and Pentax. */
  private static final Set<Integer> COMPRESSIONS = Set.of(34_713, 32_767, 32_770, 65_000, 65_535);

  private CameraRaw() {}

  /** Whether a file that begins like a TIFF is one of a camera's. */
  static boolean isIn(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      in.seek(CANON_OFFSET);
      if (in.readUnsignedShort() == CANON) {
        return true;
      }
      in.seek(0);
      return new TIFFReader().read(in) instanceof CompoundDirectory all
          && all.directoryCount() > 0
          && isRaw(all.getDirectory(0));
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} isn't a TIFF that can be understood", file, e);
      return false;
    }
  }

  private static boolean isRaw(Directory first) {
    if (first.getEntryById(DNG_VERSION) != null || isOfCamera(first)) {
      return true;
    }
    Entry others = first.getEntryById(SUB_DIRECTORIES);
    boolean thumbnailFirst = (number(first, SUBFILE_TYPE) & REDUCED) != 0;
    return others != null && (thumbnailFirst || isOfCamera(others.getValue()));
  }

  private static boolean isOfCamera(Object directories) {
    if (directories instanceof CompoundDirectory several) {
      for (int i = 0; i < several.directoryCount(); i++) {
        if (isOfCamera(several.getDirectory(i))) {
          return true;
        }
      }
      return false;
    }
    if (directories instanceof Directory[] several) {
      return Set.of(several).stream().anyMatch(CameraRaw::isOfCamera);
    }
    return directories instanceof Directory directory
        && (COMPRESSIONS.contains(number(directory, COMPRESSION))
            || number(directory, PHOTOMETRIC) == COLOR_FILTERS);
  }

  private static int number(Directory directory, int tag) {
    Entry entry = directory.getEntryById(tag);
    return entry != null && entry.getValue() instanceof Number number ? number.intValue() : 0;
  }
}
