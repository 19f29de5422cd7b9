package org.renxing.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house: who may know whom. */
@AnalyzeClasses(packages = "org.renxing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule modelKnowsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("org.renxing.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "scala..", "io.delta..");

  @ArchTest
  static final ArchRule lakeAloneTouchesDelta =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.renxing.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

  @ArchTest
  static final ArchRule whatTheProductKnowsKnowsNoJobs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.renxing.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.renxing.jobs..");

  @ArchTest
  static final ArchRule bronzeReadsNoLaterLayer = layer("bronze", "silver", "gold", "publish");

  @ArchTest static final ArchRule silverReadsNoLaterLayer = layer("silver", "gold", "publish");

  @ArchTest static final ArchRule goldReadsNoLaterLayer = layer("gold", "publish");

  @ArchTest
  static final ArchRule layersKnowNoCommandLine =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..jobs.bronze..", "..jobs.silver..", "..jobs.gold..", "..jobs.publish..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.renxing.jobs.cli..").or(resideInAPackage("org.renxing.jobs")));

  /** Main is the door of the house: it only hands over to the command line, so it is no part. */
  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("org.renxing.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(is(Main.class), DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager");

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
