package io.github.styletransfer.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * Makes the distribution of the platform that it runs on; docs/DISTRIBUTION.md says what is in it.
 */
public final class Distribution {
  private static final String NAME = "style-transfer";

  private final Path project;
  private final Path target;
  private final String version;
  private final String platform;
  private final FileTime time;

  private Distribution(Path project, Path target, String version, String platform, FileTime time) {
    this.project = project;
    this.target = target;
    this.version = version;
    this.platform = platform;
    this.time = time;
  }

  /**
   * Called by the build.
   *
   * @param arguments the project's folder, the folder for what is built, the program's version,
   *     JavaCPP's name of the platform, the time that files get, and the folder of the JDK that
   *     Java is taken from, which may be empty
   */
  public static void main(String[] arguments) throws IOException {
    new Distribution(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            arguments[3],
            FileTime.from(Instant.parse(arguments[4])))
        .make(Jdk.choose(arguments[5]));
  }

  private void make(Jdk jdk) throws IOException {
    Path folder = target.resolve(NAME + "-" + version + "-" + platform);
    Tree.delete(folder);
    layOut(folder);
    jdk.link(target.resolve(NAME + ".jar"), folder.resolve("runtime"));
    Tree.setTimes(folder, time);
    if (jdk.hasMovableClassData() && !isWindows()) {
      Path work = target.resolve("distribution-training");
      Tree.delete(work);
      new ClassData(folder, Files.createDirectories(work)).make(project);
    } else {
      System.out.println(
          "Without an archive of classes: those of Java " + jdk.version() + " can't be moved.");
    }
    if (DebianPackage.isPossible(platform)) {
      Path work = target.resolve("distribution-debian");
      Tree.delete(work);
      System.out.println(
          new DebianPackage(folder, version, platform, time).make(Files.createDirectories(work)));
      Tree.delete(work);
    }
    System.out.println(pack(folder) + ", with Java " + jdk.version() + " of " + jdk.home());
  }

  private void layOut(Path folder) throws IOException {
    Tree.copy(project.resolve("src/dist"), folder);
    Tree.copy(project.resolve("input"), folder.resolve("input"));
    for (String file : new String[] {"README.md", "LICENSE", "CHANGELOG.md"}) {
      Tree.copy(project.resolve(file), folder.resolve(file));
    }
    PackedProgram program = new PackedProgram(target.resolve(NAME + ".jar"), platform);
    program.writeTo(folder.resolve("lib"));
    program.writeLicencesTo(folder.resolve("licences"));
    Tree.copy(project.resolve("docs/DEPENDENCIES.md"), folder.resolve("licences/DEPENDENCIES.md"));
    copyIfThere("man", ".1", folder.resolve("share/man/man1"));
    copyIfThere("completion/bash", "", folder.resolve("share/bash-completion/completions"));
    copyIfThere("completion/zsh", "", folder.resolve("share/zsh/site-functions"));
    copyIfThere("completion/fish", "", folder.resolve("share/fish/vendor_completions.d"));
  }

  /** What other parts of the build may have made. */
  private void copyIfThere(String made, String ending, Path to) throws IOException {
    Path from = target.resolve(made);
    if (Files.isDirectory(from)) {
      for (Path path : Tree.of(from)) {
        if (Files.isRegularFile(path) && path.toString().endsWith(ending)) {
          Tree.copy(path, to.resolve(path.getFileName().toString()));
        }
      }
    }
  }

  private Path pack(Path folder) throws IOException {
    Archive archive = new Archive(time);
    if (isWindows()) {
      Path file = folder.resolveSibling(folder.getFileName() + ".zip");
      archive.zip(folder, file);
      return file;
    }
    Path file = folder.resolveSibling(folder.getFileName() + ".tar.gz");
    archive.tar(folder, file);
    return file;
  }

  private boolean isWindows() {
    return platform.startsWith("windows");
  }
}
