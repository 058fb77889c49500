package io.github.styletransfer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Keeps the packages' dependencies as docs/ARCHITECTURE.md draws them. */
class ArchitectureTest {
  private static final String ROOT = "io.github.styletransfer";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesDependInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("entry")
        .definedBy(ROOT)
        .layer("cli")
        .definedBy(ROOT + ".cli")
        .layer("report")
        .definedBy(ROOT + ".report")
        .layer("transfer")
        .definedBy(ROOT + ".transfer")
        .layer("engine")
        .definedBy(ROOT + ".engine..")
        .layer("loss")
        .definedBy(ROOT + ".loss")
        .layer("optimize")
        .definedBy(ROOT + ".optimize")
        .layer("model")
        .definedBy(ROOT + ".model..")
        .layer("network")
        .definedBy(ROOT + ".network..")
        .layer("image")
        .definedBy(ROOT + ".image")
        .layer("preview")
        .definedBy(ROOT + ".preview")
        .layer("storage")
        .definedBy(ROOT + ".storage")
        .layer("terminal")
        .definedBy(ROOT + ".terminal")
        .layer("fetch")
        .definedBy(ROOT + ".fetch")
        .whereLayer("entry")
        .mayOnlyAccessLayers("cli")
        .whereLayer("cli")
        .mayOnlyAccessLayers(
            "loss",
            "preview",
            "report",
            "transfer",
            "engine",
            "optimize",
            "model",
            "network",
            "image",
            "fetch",
            "terminal",
            "storage")
        .whereLayer("preview")
        .mayOnlyAccessLayers("loss", "transfer", "engine", "image")
        .whereLayer("report")
        .mayOnlyAccessLayers("loss", "transfer", "engine", "image", "storage")
        .whereLayer("transfer")
        .mayOnlyAccessLayers("loss", "engine", "optimize", "model", "network", "image", "storage")
        .whereLayer("engine")
        .mayOnlyAccessLayers("loss", "model", "network", "storage")
        .whereLayer("optimize")
        .mayNotAccessAnyLayer()
        .whereLayer("loss")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayOnlyAccessLayers("loss", "network")
        .whereLayer("network")
        .mayOnlyAccessLayers("storage")
        .whereLayer("image")
        .mayOnlyAccessLayers("storage")
        .whereLayer("fetch")
        .mayOnlyAccessLayers("storage")
        .whereLayer("terminal")
        .mayNotAccessAnyLayer()
        .whereLayer("storage")
        .mayNotAccessAnyLayer()
        .check(classes);
  }

  @Test
  void onlyTheCommandLineWritesToTheConsoleOrEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".cli")
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
        .resideOutsideOfPackage(ROOT + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j.autodiff.samediff.internal..", "org.bytedeco..")
        .check(classes);
  }
}
