package io.github.styletransfer.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where the native libraries are unpacked: in the cache folder, or where that can't be written. */
public final class NativeFolder {
  private static final Path PROCESS = Path.of("/proc/self");
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private NativeFolder() {}

  /**
   * The folder.
   *
   * @param chosen whether the person has named the cache folder, so that no other will do
   * @param temporary the system's folder for temporary files
   * @param user the person's name
   */
  public static Path of(Path cache, boolean chosen, Path temporary, String user) {
    Path instead = temporary.resolve("style-transfer-" + user.replaceAll("\\W", "_"));
    return chosen || canBeWritten(cache) || !isOwn(instead) ? cache : instead;
  }

  /**
   * Whether a folder, or the one that it would be created in, can be written to. A relative one, as
   * that of a person without a home, would depend on the working directory and is refused.
   */
  private static boolean canBeWritten(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (existing.getParent() != null && Files.notExists(existing)) {
      existing = existing.getParent();
    }
    return folder.isAbsolute() && Files.isDirectory(existing) && Files.isWritable(existing);
  }

  /** Whether nobody else can put a library there, which would run in this process. */
  private static boolean isOwn(Path folder) {
    try {
      return Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)
          || (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
              && Files.getOwner(folder).equals(Files.getOwner(PROCESS))
              && Collections.disjoint(Files.getPosixFilePermissions(folder), OF_OTHERS));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
