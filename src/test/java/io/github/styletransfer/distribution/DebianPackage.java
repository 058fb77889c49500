package io.github.styletransfer.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * The distribution as a package of Debian's and Ubuntu's. dpkg-deb makes it: jpackage would put all
 * of it in /opt, without a command on the PATH, man pages or completions.
 */
final class DebianPackage {
  private static final String NAME = "style-transfer";
  private static final Map<String, String> ARCHITECTURES =
      Map.of("linux-x86_64", "amd64", "linux-arm64", "arm64");

  private final Path distribution;
  private final String version;
  private final String platform;
  private final FileTime time;

  DebianPackage(Path distribution, String version, String platform, FileTime time) {
    this.distribution = distribution;
    this.version = version.replace("-SNAPSHOT", "~SNAPSHOT");
    this.platform = platform;
    this.time = time;
  }

  /** Whether it can be made here. */
  static boolean isPossible(String platform) {
    return ARCHITECTURES.containsKey(platform) && Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
  }

  /**
   * Makes it beside the distribution.
   *
   * @param work a folder for what it is made of
   */
  Path make(Path work) throws IOException {
    String architecture = ARCHITECTURES.getOrDefault(platform, "");
    Path root = work.resolve("debian");
    Path program = root.resolve("usr/lib").resolve(NAME);
    Path share = root.resolve("usr/share");
    Path documents = share.resolve("doc").resolve(NAME);
    Tree.copy(distribution, program);
    Tree.delete(program.resolve("share"));
    Files.delete(program.resolve("bin/style-transfer.cmd"));
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(
        root.resolve("usr/bin").resolve(NAME), Path.of("../lib", NAME, "bin", NAME));
    Files.createDirectories(documents);
    Files.move(program.resolve("README.md"), documents.resolve("README.md"));
    Files.move(program.resolve("LICENSE"), documents.resolve("copyright"));
    Files.move(program.resolve("licences"), documents.resolve("licences"));
    packed(program.resolve("CHANGELOG.md"), documents.resolve("changelog.gz"));
    share(share);
    Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
    Files.writeString(control, control(architecture, kilobytes(root)));
    normalize(root);
    Path file = distribution.resolveSibling(NAME + "_" + version + "_" + architecture + ".deb");
    Commands.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zzstd",
            "--build",
            root.toString(),
            file.toString()),
        work,
        Map.of("SOURCE_DATE_EPOCH", Long.toString(time.toInstant().getEpochSecond())));
    return file;
  }

  /** Man pages, which Debian wants to be packed, and completions where its shells look for them. */
  private void share(Path share) throws IOException {
    Path made = distribution.resolve("share");
    Path pages = made.resolve("man/man1");
    if (Files.isDirectory(pages)) {
      for (Path page : Tree.of(pages)) {
        if (Files.isRegularFile(page)) {
          packed(page, share.resolve("man/man1").resolve(page.getFileName() + ".gz"));
        }
      }
    }
    copyIfThere(
        made.resolve("bash-completion/completions"), share.resolve("bash-completion/completions"));
    copyIfThere(made.resolve("zsh/site-functions"), share.resolve("zsh/vendor-completions"));
    copyIfThere(
        made.resolve("fish/vendor_completions.d"), share.resolve("fish/vendor_completions.d"));
  }

  private static void copyIfThere(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Tree.copy(from, to);
    }
  }

  /**
   * Packs a file, without a name or a time in it, and deletes it where it is part of the package.
   */
  private static void packed(Path from, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      Files.copy(from, gzip);
    }
    Files.write(to, bytes.toByteArray());
    if (to.getFileName().toString().startsWith("changelog")) {
      Files.delete(from);
    }
  }

  private String control(String architecture, long kilobytes) {
    List<String> lines = new ArrayList<>();
    lines.add("Package: " + NAME);
    lines.add("Version: " + version);
    lines.add("Architecture: " + architecture);
    lines.add("Maintainer: The style-transfer project <style-transfer@localhost>");
    lines.add("Installed-Size: " + kilobytes);
    lines.add("Depends: libc6 (>= 2.34), libstdc++6, libgcc-s1");
    lines.add("Recommends: fontconfig, fonts-dejavu-core");
    lines.add("Section: graphics");
    lines.add("Priority: optional");
    lines.add("Description: paints photos in the style of paintings");
    lines.add(" Puts a picture together from pieces of a painting, or optimises it on a neural");
    lines.add(" network. A Java of its own is in the package.");
    return String.join("\n", lines) + "\n";
  }

  private static long kilobytes(Path root) throws IOException {
    long bytes = 0;
    for (Path path : Tree.of(root)) {
      bytes += Files.isRegularFile(path) && !Files.isSymbolicLink(path) ? Files.size(path) : 0;
    }
    return bytes / 1024;
  }

  /** Everybody may read it, the owner may write. */
  private void normalize(Path root) throws IOException {
    for (Path path : Tree.of(root)) {
      if (!Files.isSymbolicLink(path)) {
        boolean open = Files.isDirectory(path) || Files.isExecutable(path);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
    Tree.setTimes(root, time);
  }
}
