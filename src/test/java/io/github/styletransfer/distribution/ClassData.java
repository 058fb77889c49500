package io.github.styletransfer.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes that runs load, as the virtual machine keeps them in memory: it maps this file
 * instead of reading, checking and laying out each class. It is the Java's own archive of classes,
 * so that no option has to name it, and the process that decodes images has it as well.
 */
final class ClassData {
  private static final String NUMBER = " id: \\d+$";

  private final Path distribution;
  private final Path work;

  /**
   * That of an unpacked distribution.
   *
   * @param work a folder for what training runs leave
   */
  ClassData(Path distribution, Path work) {
    this.distribution = distribution;
    this.work = work;
  }

  /** Runs the program in several ways, and archives the classes that it has loaded. */
  void make(Path project) throws IOException {
    Set<String> classes = new LinkedHashSet<>();
    List<List<String>> runs = runs(project);
    for (int i = 0; i < runs.size(); i++) {
      Path list = work.resolve("classes-" + i + ".txt");
      train(runs.get(i), list);
      try (Stream<String> lines = Files.lines(list)) {
        // The numbers are those of one run; classes of loaders of their own depend on them.
        lines
            .filter(line -> !line.contains(" source: "))
            .map(line -> line.replaceFirst(NUMBER, ""))
            .forEach(classes::add);
      }
    }
    Path list = Files.write(work.resolve("classes.txt"), classes);
    Commands.run(
        List.of(
            distribution.resolve("runtime/bin/java").toString(),
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-cp",
            distribution.resolve("lib/style-transfer.jar").toString()),
        work,
        Map.of());
  }

  private void train(List<String> arguments, Path list) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(distribution.resolve("bin/style-transfer").toString()));
    command.addAll(arguments);
    Commands.run(
        command,
        work,
        Map.of(
            "STYLE_TRANSFER_CACHE",
            work.resolve("cache").toString(),
            "STYLE_TRANSFER_JAVA_OPTIONS",
            "-Xshare:off -Xmx1g -XX:DumpLoadedClassList=" + list.getFileName()));
  }

  private static List<List<String>> runs(Path project) {
    String golden = "src/test/resources/golden/even-max/";
    List<String> small =
        List.of(
            "--content=" + project.resolve("input/content/skyline.jpg"),
            "--style=" + project.resolve("input/style/swirls.jpg"),
            "--size=48");
    return List.of(
        List.of("--version"),
        List.of("--help"),
        with(small, "--output=patches.png", "--method=patches"),
        with(small, "--output=bar.jpg", "--method=patches", "--progress=bar"),
        with(small, "--output=wavelet.png", "--network=wavelet", "--iterations=6"),
        List.of(
            "--content=" + project.resolve(golden + "content.png"),
            "--style=" + project.resolve(golden + "style.png"),
            "--network=" + project.resolve(golden + "network.mat"),
            "--iterations=3",
            "--output=vgg.png"));
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
