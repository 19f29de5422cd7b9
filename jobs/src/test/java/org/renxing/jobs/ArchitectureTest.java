package org.renxing.jobs;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may know whom. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.renxing");

  @Test
  void theProductIsImported() {
    assertThat(CLASSES).hasSizeGreaterThan(150);
    assertThat(CLASSES.contain("org.renxing.lake.Lake")).isTrue();
  }

  /** Mathematics is plain Java; what is large is handed out to Spark as records. */
  @Test
  void whatTheProductKnowsKnowsNoSpark() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.renxing..")
            .and()
            .resideOutsideOfPackages(
                "org.renxing.lake..",
                "org.renxing.records..",
                "org.renxing.run..",
                "org.renxing.jobs..")
            .and()
            // areas by the million are summed by Spark itself
            .doNotHaveFullyQualifiedName("org.renxing.vacancy.OccupancySums")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..", "io.delta.."));
  }

  /** Spark interprets them row by row; kernels are for that. */
  @Test
  void noLambdaFunctionsOfSparkSql() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.renxing..")
            .should()
            .callMethodWhere(
                target(owner(is(org.apache.spark.sql.functions.class)))
                    .and(
                        target(
                            nameMatching(
                                "transform|filter|exists|forall|aggregate|reduce|zip_with|map_filter"
                                    + "|map_zip_with|transform_keys|transform_values")))));
  }

  /** A method on a file answers in a second, which no session does. */
  @Test
  void methodsOnFilesStartNoSession() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.renxing.jobs.cli.method..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(SparkSession.class, Dataset.class, Column.class));
  }

  @Test
  void lakeAloneTouchesDelta() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.renxing.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta.."));
  }

  /** So that all files are opened, decoded and refused alike. */
  @Test
  void intakeAloneReadsDelimitedText() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.renxing.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.siegmar.fastcsv.reader.."));
  }

  /** Sedona's jar holds JTS; of Sedona itself nothing is used. */
  @Test
  void geoAloneTouchesGeometriesAndNothingSedona() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.sedona..", "org.apache.spark.sql.sedona_sql.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.renxing.geo..", "org.renxing.jobs.simulate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.locationtech.."));
  }

  @Test
  void whatTheProductKnowsKnowsNoJobs() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.renxing.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.renxing.jobs.."));
  }

  /** So that no output is half written, or written over what is read. */
  @Test
  void outputAloneWritesFiles() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.renxing.jobs..")
            .and()
            .resideOutsideOfPackage("org.renxing.jobs.output..")
            .should()
            .callMethodWhere(
                target(owner(is(Files.class)))
                    .and(
                        target(
                            nameMatching(
                                "write.*|newOutputStream|newBufferedWriter|newByteChannel|copy|move"))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(FileOutputStream.class, FileWriter.class, RandomAccessFile.class));
  }

  @Test
  void bronzeReadsNoLaterLayer() {
    check(layer("bronze", "silver", "gold", "publish"));
  }

  @Test
  void silverReadsNoLaterLayer() {
    check(layer("silver", "gold", "publish"));
  }

  @Test
  void goldReadsNoLaterLayer() {
    check(layer("gold", "publish"));
  }

  @Test
  void layersKnowNoCommandLine() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "..jobs.bronze..", "..jobs.silver..", "..jobs.gold..", "..jobs.publish..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.renxing.jobs.cli..")
                    .or(resideInAPackage("org.renxing.jobs"))));
  }

  /** Main is the door of the house: it only hands over to the command line, so it is no part. */
  @Test
  void noCycles() {
    check(
        slices()
            .matching("org.renxing.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(is(Main.class), DescribedPredicate.alwaysTrue()));
  }

  @Test
  void namesSayWhatAClassIs() {
    check(
        classes()
            .should()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager"));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  private static ArchRule layer(String name, String... later) {
    String[] packages = new String[later.length];
    for (int i = 0; i < later.length; i++) {
      packages[i] = "org.renxing.jobs." + later[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("org.renxing.jobs." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> is(Class<?> type) {
    return JavaClass.Predicates.type(type);
  }
}
