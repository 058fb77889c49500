package io.github.styletransfer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps the packages' dependencies as docs/ARCHITECTURE.md draws them. */
class ArchitectureTest {
  private static final String ROOT = "io.github.styletransfer";

  /** From the top down: a package, and all that it may use. */
  private static final String PACKAGES =
      """
      .: cli
      spark: cli, batch, run, record, job, console, engine, image, storage
      cli: batch, run, record, job, display, console, descent, patches, transfer, engine, optimize, model, network,\
       image, fetch, help, storage
      batch: run, record, job, console, transfer, image, storage
      run: record, job, chart, timelapse, tensorboard, console, preview, descent, patches, retouch, transfer,\
       engine, optimize, model, loss, network, color, region, image, storage
      record: job, descent, transfer, loss, image, storage
      job: descent, patches, transfer, engine, optimize, model, network, image, storage
      chart: transfer, loss, image
      tensorboard: transfer, loss, image, storage
      timelapse: transfer, image, storage
      display: console, image
      console: transfer, loss, fetch
      preview: transfer, loss, image
      descent: transfer, engine, optimize, model, loss, network, color, region, image
      patches: transfer, loss, color, region, image
      retouch: transfer, loss, color, image
      transfer: loss, image
      engine: model, loss, network, storage
      model: loss, network, region
      optimize:
      loss:
      network: storage
      color: image
      region: image
      image: storage
      fetch: storage
      help:
      storage:
      """;

  private static final String IN_ENGINE =
      """
      samediff: ., natives
      onednn: reader, plan, program, winograd, ., natives
      reader: program
      plan: program, .
      winograd: program
      program:
      .: natives
      natives:
      """;

  private static final String IN_ONEDNN =
      """
      .: tune, operation, winograd, gram, device
      tune: operation, winograd
      operation: winograd, gram, device
      winograd: device
      gram: device
      device:
      """;

  private static final String IN_NETWORK =
      """
      thin: vgg, pytorch, .
      vgg: matlab, .
      wavelet: .
      pytorch: .
      matlab: .
      .:
      """;

  private static final String IN_PATCHES =
      """
      .: color, sliced, match, raster
      color: raster
      sliced: raster
      match: raster
      raster:
      """;

  private static final String IN_IMAGE =
      """
      write: metadata, codec, profile, .
      read: container, codec, profile, .
      metadata: .
      container: codec, .
      codec:
      profile:
      palette: .
      .:
      """;

  private static final String IN_MODEL =
      """
      .: loss
      loss:
      """;

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesDependInOneDirection() {
    check(ROOT, PACKAGES);
    check(ROOT + ".engine", IN_ENGINE);
    check(ROOT + ".engine.onednn", IN_ONEDNN);
    check(ROOT + ".network", IN_NETWORK);
    check(ROOT + ".model", IN_MODEL);
    check(ROOT + ".patches", IN_PATCHES);
    check(ROOT + ".image", IN_IMAGE);
  }

  /** Each package stands for those inside it too, a dot for the root alone. */
  private void check(String root, String table) {
    Map<String, List<String>> packages = new LinkedHashMap<>();
    for (String line : table.lines().toList()) {
      int colon = line.indexOf(':');
      packages.put(
          line.substring(0, colon), Arrays.asList(line.substring(colon + 1).strip().split(", ?")));
    }
    LayeredArchitecture rules =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture();
    for (String name : packages.keySet()) {
      rules = rules.layer(name).definedBy(name.equals(".") ? root : root + "." + name + "..");
    }
    List<String> below = new ArrayList<>(packages.keySet());
    for (Map.Entry<String, List<String>> row : packages.entrySet()) {
      below.remove(row.getKey());
      if (row.getValue().equals(List.of(""))) {
        rules = rules.whereLayer(row.getKey()).mayNotAccessAnyLayer();
        continue;
      }
      assertThat(below).as("packages below %s", row.getKey()).containsAll(row.getValue());
      rules =
          rules.whereLayer(row.getKey()).mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
    }
    rules.check(classes.that(resideInAPackage(root + "..")));
  }

  @Test
  void onlyTheCommandLineWritesToTheConsoleOrEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".cli")
        .and()
        .doNotHaveSimpleName("StyleTransferOnSpark")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void theExecutorsInternalsStayInTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".engine..", ROOT + ".image.codec")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j.autodiff.samediff.internal..", "org.bytedeco..")
        .check(classes);
  }

  /** What such code does to files of strangers, it does to a process of its own. */
  @Test
  void onlyTheDecodersProcessCallsNativeDecoders() {
    noClasses()
        .that()
        .doNotHaveSimpleName("PictureDecoder")
        .and()
        .doNotHaveSimpleName("DecodedPicture")
        .and()
        .doNotHaveSimpleName("WebpMain")
        .and()
        .doNotHaveSimpleName("VideoMain")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.ffmpeg..")
        .check(classes);
  }

  /** So a run that needs no network starts at once, and on machines that have no such libraries. */
  @Test
  void onlyTheNetworksDependOnNativeLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".descent..",
            ROOT + ".engine..",
            ROOT + ".image.codec",
            ROOT + ".model..",
            ROOT + ".network..",
            ROOT + ".optimize..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
        .check(classes);
  }

  /** So the program runs where there is no Spark, as on most people's machines. */
  @Test
  void onlyOnePackageKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(classes);
  }
}
