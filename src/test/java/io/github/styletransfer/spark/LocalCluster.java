package io.github.styletransfer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Spark of two workers on this machine, each of which starts executors as processes of their own.
 * Programs are submitted to it as to any other cluster; it is there while one runs. What it writes
 * goes to files in its folder.
 */
final class LocalCluster {
  private static final long PATIENCE_MINUTES = 10;
  private static final String SCALA = "2.13";

  /** Starts a virtual machine soon, at the price of slower code. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private final Path folder;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** What a program left: its exit code, and what its driver printed. */
  record Ended(int exitCode, String out, String err) {}

  /**
   * A cluster that isn't running yet.
   *
   * @param folder an empty one, for all that it writes; also the programs' working directory
   */
  LocalCluster(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(home().resolve("jars"));
    Files.createDirectories(folder.resolve("tmp"));
    Path libraries = Path.of(Objects.requireNonNull(System.getProperty("cluster.libraries")));
    try (Stream<String> jars = Files.lines(libraries)) {
      writeClassPath(
          home().resolve("jars/spark.jar"),
          jars.filter(jar -> !jar.isBlank())
              .map(jar -> Path.of(jar).toUri().getRawPath())
              .collect(Collectors.joining(" ")));
    }
    set("spark.master", "local-cluster[2,1,1024]");
    set("spark.executor.memory", "1g");
    set("spark.driver.extraJavaOptions", QUICK);
    set("spark.executor.extraJavaOptions", QUICK);
    set("spark.ui.enabled", "false");
    set("spark.local.dir", folder.resolve("tmp").toString());
  }

  /** Sets a property of Spark's, before programs are submitted. */
  LocalCluster set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** Sets a variable in the environment of the driver and the executors. */
  LocalCluster setEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Where the workers keep the logs of the executors, by application and number. */
  Path executorLogs() {
    return home().resolve("work");
  }

  /**
   * Runs a program to its end.
   *
   * @param jar has the program
   * @param main the class with its main method
   */
  Ended submit(Path jar, String main, List<String> arguments)
      throws IOException, InterruptedException {
    Path properties = folder.resolve("spark.properties");
    Files.write(
        properties,
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + " " + setting.getValue().replace("\\", "\\\\"))
            .toList());
    List<String> submission =
        new ArrayList<>(
            List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--properties-file",
                properties.toString(),
                "--class",
                main,
                jar.toString()));
    submission.addAll(arguments);
    return run("driver", command(submission));
  }

  /** The command that Spark's own script would run. */
  private List<String> command(List<String> submission) throws IOException, InterruptedException {
    List<String> launcher = new ArrayList<>(List.of(java(), "-Xshare:auto"));
    launcher.addAll(List.of(QUICK.split(" ")));
    launcher.addAll(
        List.of(
            "-cp", home().resolve("jars/spark.jar").toString(), "org.apache.spark.launcher.Main"));
    launcher.addAll(submission);
    Ended launched = run("launcher", launcher);
    assertThat(launched.exitCode()).as(launched.err()).isZero();
    return Arrays.stream(launched.out().strip().split("\0"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private Ended run(String name, List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve(name + "-out.txt");
    Path err = folder.resolve(name + "-err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_SCALA_VERSION", SCALA);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Path home() {
    return folder.resolve("spark");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void writeClassPath(Path jar, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  /**
   * Packs classes that aren't in the packaged program, for programs that are only there to be
   * tested.
   *
   * @param samples one class of each folder of classes to pack; others of their packages go with
   *     them
   */
  static Path jarOf(Path jar, Class<?>... samples) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> sample : samples) {
        URI location =
            URI.create(
                Objects.requireNonNull(sample.getResource(sample.getSimpleName() + ".class"))
                    .toString());
        if (location.getScheme().equals("jar")) {
          try (FileSystem program = FileSystems.newFileSystem(location, Map.of())) {
            pack(sample, program.provider().getPath(location).resolveSibling(""), out);
          }
        } else {
          pack(sample, Path.of(location).resolveSibling(""), out);
        }
      }
    }
    return jar;
  }

  private static void pack(Class<?> sample, Path folder, JarOutputStream out) throws IOException {
    String inJar = sample.getPackageName().replace('.', '/') + "/";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(name -> name.toString().matches(".*(?<!package-info)[.]class")).toList()) {
        out.putNextEntry(new JarEntry(inJar + file.getFileName()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
