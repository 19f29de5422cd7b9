package org.renxing.jobs.it;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.model.TableName;
import org.renxing.testing.SparkExtension;
import scala.jdk.javaapi.CollectionConverters;

/** The product's own configuration on the samples that come with it. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesIT {
  private LakeView view;

  @BeforeAll
  void run(SparkSession spark) {
    view = SamplesRun.released(spark);
  }

  @Test
  void operatorsSeeProgressAndNothingElse() {
    assertThat(SamplesRun.ended().err())
        .contains("gold.release_table … ok")
        .doesNotContain("WARN", "ERROR", "Exception");
  }

  @Test
  void citiesAndYears() {
    Dataset<Row> coupling = view.released(TableName.gold("coupling_unit_year"));
    assertThat(coupling.select("unit_id").distinct().count()).isGreaterThanOrEqualTo(285);
    assertThat(coupling.select("year").distinct().count()).isEqualTo(10);
    assertThat(coupling.count()).isEqualTo(coupling.select("unit_id").distinct().count() * 10);
    assertThat(coupling.where("d IS NULL").count()).isZero();
  }

  @Test
  void madeUpFiguresNeitherAgreeNorDisagreeWithThePapers() {
    Dataset<Row> figures = view.released(TableName.gold("reproduction"));
    assertThat(figures.count()).isEqualTo(130);
    assertThat(figures.where("ours IS NULL AND reason IS NULL").count()).isZero();
    // what rests on no figure of a source: 24 provinces and 24 indicators are printed
    assertThat(figures.where("NOT agrees").select("figure", "ours").collectAsList())
        .extracting(r -> r.getString(0) + ": " + r.getString(1))
        .containsExactlyInAnyOrder("provinces covered: 23.0", "indicators of resilience: 23.0");
    assertThat(figures.where("agrees").select("ours").collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactlyInAnyOrder(
            "36.0",
            "9.0; 9.0; 10.0; 8.0",
            "30.0",
            "5.0; 13.0; 6.0; 6.0",
            "12.0; 5.0; 13.0",
            "9.0",
            "4.0; 3.0");
    assertThat(figures.where("source = 'Q' AND scenario_id <> 'all'").count()).isZero();
  }

  @Test
  void coordinationOfFourSystems() {
    Dataset<Row> scores = view.released(TableName.gold("dea_score_unit_year"));
    assertThat(scores.groupBy("scenario_id", "output_system").count().collectAsList())
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.getLong(2)).isEqualTo(300L));
    assertThat(scores.where("status <> 'OK'").count()).isZero();
    assertThat(scores.where("theta <= 0 OR theta > 1 OR certificate_error > 1e-9").count())
        .isZero();
    // somebody is on the frontier of each year and system
    assertThat(
            scores
                .where("is_strongly_efficient")
                .select("output_system", "year")
                .distinct()
                .count())
        .isEqualTo(40);
    assertThat(view.released(TableName.gold("dea_slack_unit_year")).count())
        .isEqualTo(4 * scores.count());
    assertThat(
            view.released(TableName.gold("dea_peer_unit_year"))
                .select("output_system", "unit_id", "year")
                .distinct()
                .count())
        .isEqualTo(scores.count());
  }

  @Test
  void everyPlantedDefectIsFound() throws IOException {
    Dataset<Row> quarantine = view.lake().read(TableName.silver("quarantine")).cache();
    try (var csv =
        CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/planted-defects.csv"))) {
      List<NamedCsvRecord> planted = csv.stream().toList();
      assertThat(planted).hasSize(48);
      for (NamedCsvRecord defect : planted) {
        if (List.of(PlantedKey.SUSPECT, PlantedKey.FLAGGED).contains(defect.getField("expected"))) {
          continue;
        }
        switch (defect.getField("kind")) {
          case "zero-denominator" -> assertMissing(defect);
          case "footnote-mark" -> assertLoadedWithMark(defect);
          default -> assertSetAside(quarantine, defect);
        }
      }
    }
    quarantine.unpersist();
  }

  /** Figures that are numbers and wrong: each is suspected, and hardly any sound figure is. */
  @Test
  void everyWrongFigureIsSuspected() throws IOException {
    Dataset<Row> cells = view.lake().read(TableName.silver("observation"));
    Map<String, Set<String>> suspected =
        PlantedKey.kindsByPlace(cells, view.released(TableName.gold("suspect_value")));
    int sound = suspected.size();
    List<NamedCsvRecord> planted = PlantedKey.of(PlantedKey.SUSPECT);
    assertThat(planted).hasSize(26);
    assertThat(planted.stream().map(d -> d.getField("kind")))
        .containsAll(PlantedKey.KINDS.keySet());
    for (NamedCsvRecord defect : planted) {
      String place =
          "%s,%s,%s"
              .formatted(
                  defect.getField("file"), defect.getField("line"), defect.getField("column"));
      Set<String> found = new TreeSet<>();
      for (var entry : suspected.entrySet()) {
        if (entry.getKey().startsWith(place)) {
          found.addAll(entry.getValue());
          sound--;
        }
      }
      assertThat(found)
          .as(defect.toString())
          .contains(PlantedKey.KINDS.get(defect.getField("kind")));
    }
    assertThat((double) sound / cells.count()).as("sound figures suspected").isLessThan(0.01);
  }

  /** Columns that are mostly empty, or have one figure for all, used or not. */
  @Test
  void poorColumnsAreFlagged() throws IOException {
    Dataset<Row> observation = view.lake().read(TableName.silver("observation"));
    Dataset<Row> quality = view.released(TableName.gold("base_indicator_quality"));
    Map<String, String> flags = new HashMap<>();
    quality
        .where("flag <> ''")
        .join(
            observation.select("source_id", "indicator_code", "column_label").distinct(),
            CollectionConverters.asScala(List.of("source_id", "indicator_code")).toSeq())
        .select("column_label", "flag")
        .collectAsList()
        .forEach(r -> flags.put(r.getString(0), r.getString(1)));
    Map<String, String> expected = new HashMap<>();
    for (NamedCsvRecord defect : PlantedKey.of(PlantedKey.FLAGGED)) {
      boolean isMissing = defect.getField("kind").equals("mostly-missing");
      expected.put(defect.getField("column"), isMissing ? "MISSING" : "CONSTANT");
    }
    assertThat(flags).isEqualTo(expected).hasSize(2);
  }

  private static void assertSetAside(Dataset<Row> quarantine, NamedCsvRecord defect) {
    List<Row> found = at(quarantine, defect).collectAsList();
    String kind = defect.getField("kind");
    String reason =
        switch (kind) {
          case "unparsable-number" -> "NOT_A_NUMBER";
          case "code-not-in-force" -> "UNIT_NOT_VALID_IN_YEAR";
          case "unparsable-year" -> "NOT_A_YEAR";
          case "exact-duplicate" -> "DUPLICATE";
          case "conflicting-duplicate" -> "CONFLICTING_DUPLICATE";
          case "unknown-unit" -> "UNKNOWN_UNIT";
          case "empty-key" -> "EMPTY_UNIT";
          case "cut-line", "undecodable-byte" -> "MALFORMED_ROW";
          case "percentage-format", "formula-error" -> "NOT_A_NUMBER";
          default -> throw new IllegalArgumentException(kind);
        };
    boolean isCell = List.of("NOT_A_NUMBER", "CONFLICTING_DUPLICATE").contains(reason);
    assertThat(found)
        .as(defect.toString())
        .anySatisfy(
            row -> {
              assertThat(row.<String>getAs("reason_code")).isEqualTo(reason);
              if (isCell) {
                assertThat(row.<String>getAs("column_label")).isEqualTo(defect.getField("column"));
              }
            });
  }

  private void assertLoadedWithMark(NamedCsvRecord defect) {
    String column = defect.getField("column");
    Row cell =
        at(view.lake().read(TableName.silver("observation")), defect)
            .where(col("column_label").equalTo(column))
            .first();
    assertThat(cell.<String>getAs("value_text")).matches("\\d+");
    Row received =
        view.lake()
            .read(new TableName("bronze", "city_social"))
            .where(
                col("source_file")
                    .equalTo(cell.<String>getAs("source_file"))
                    .and(col("row_number").equalTo(cell.<Long>getAs("row_number"))))
            .first();
    assertThat(received.getJavaMap(received.fieldIndex("cells")))
        .containsEntry(column + "@mark", "①");
  }

  private void assertMissing(NamedCsvRecord defect) {
    Row cell =
        at(view.lake().read(TableName.silver("observation")), defect)
            .where(col("column_label").equalTo(defect.getField("column")))
            .first();
    assertThat(cell.<Double>getAs("value")).isZero();
    List<Row> derived =
        view.released(TableName.gold("indicator_value_unit_year"))
            .where(
                col("unit_id")
                    .equalTo(cell.<String>getAs("unit_id"))
                    .and(col("year").equalTo(cell.<Integer>getAs("year"))))
            .where("missing_reason = 'ZERO_DENOMINATOR'")
            .collectAsList();
    assertThat(derived).as(defect.toString()).isNotEmpty();
    assertThat(derived).allSatisfy(row -> assertThat(row.<Double>getAs("raw_value")).isNull());
  }

  @Test
  void whatCameInIsUsedOrSetAside() {
    List<Row> accounts = view.lake().read(TableName.silver("source_account")).collectAsList();
    assertThat(accounts).hasSize(7);
    for (Row account : accounts) {
      long in = account.<Long>getAs("rows_in");
      long valid = account.<Long>getAs("rows_valid");
      long aside = account.<Long>getAs("rows_quarantined");
      long noted = account.<Long>getAs("rows_noted");
      assertThat(in).as(account.toString()).isPositive().isEqualTo(valid + aside + noted);
    }
    assertThat(accounts.stream().mapToLong(r -> r.<Long>getAs("rows_noted")).sum())
        .as("notes: two below each of twelve sheets")
        .isEqualTo(24);
    assertThat(accounts.stream().mapToLong(r -> r.<Long>getAs("rows_quarantined")).sum())
        .as("rows that the list of planted defects has")
        .isEqualTo(10);
  }

  private static Dataset<Row> at(Dataset<Row> rows, NamedCsvRecord defect) {
    String file = Path.of(defect.getField("file")).getFileName().toString();
    return rows.where(
        col("source_id")
            .equalTo(defect.getField("source"))
            .and(col("source_file").endsWith(file))
            .and(col("row_number").equalTo(Long.parseLong(defect.getField("line")))));
  }
}
