package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.testing.SparkExtension;

/** Of many rows, files stay whose rows do not change. */
@ExtendWith(SparkExtension.class)
class PiecesTest {
  private static final TableSpec SCORES =
      TableSpec.of(TableName.gold("scores"), "One row a unit and year")
          .key("scenario_id", Type.STRING, "Scenario")
          .key("unit_id", Type.STRING, "Unit")
          .key("year", Type.INT, "Year")
          .optional("score", Type.DOUBLE, "", "Score")
          .required("run_id", Type.STRING, "", "Run")
          .build();
  private static final int UNITS = 400;

  private static List<Row> rows(int units, int years) {
    List<Row> out = new ArrayList<>();
    for (int year = 0; year < years; year++) {
      for (int unit = 0; unit < units; unit++) {
        out.add(row(unit, year, unit * 0.5 + year));
      }
    }
    return out;
  }

  private static Row row(int unit, int year, double score) {
    return RowFactory.create("a", "u" + (1000 + unit), year, score, "r0");
  }

  private static List<LocalRows> pieces(List<Row> rows) {
    return Pieces.of(new LocalRows(SCORES, rows));
  }

  private static List<String> marks(List<Row> rows) {
    return pieces(rows).stream().map(Pieces::mark).toList();
  }

  @Test
  void fewRowsAreOnePiece() {
    assertThat(pieces(rows(100, 10))).hasSize(1);
    assertThat(pieces(List.of())).hasSize(1);
  }

  @Test
  void manyAreCutBetweenUnitsAndNoneIsLost() {
    List<Row> all = rows(UNITS, 200);
    List<LocalRows> pieces = pieces(all);
    assertThat(pieces).hasSizeBetween(3, 20);
    Set<String> seen = new HashSet<>();
    for (LocalRows piece : pieces) {
      Set<String> units = new HashSet<>();
      piece.rows().forEach(row -> units.add(row.getString(1)));
      assertThat(piece.rows()).hasSize(units.size() * 200);
      assertThat(seen).doesNotContainAnyElementsOf(units);
      seen.addAll(units);
    }
    assertThat(seen).hasSize(UNITS);
  }

  @Test
  void oneFigureChangesOnePieceAndTheRunNone() {
    List<Row> all = rows(UNITS, 200);
    List<String> before = marks(all);
    all.set(77, row(77, 0, -1.0));
    List<String> after = marks(all);
    assertThat(after).hasSameSizeAs(before);
    assertThat(after).filteredOn(mark -> !before.contains(mark)).hasSize(1);
    all.set(77, RowFactory.create("a", "u1077", 0, 77 * 0.5, "another run"));
    assertThat(marks(all)).isEqualTo(before);
  }

  @Test
  void theLastDigitOfADoubleCounts() {
    List<Row> all = rows(UNITS, 200);
    List<String> before = marks(all);
    all.set(77, row(77, 0, Math.nextUp(77 * 0.5)));
    assertThat(marks(all)).isNotEqualTo(before);
  }

  @Test
  void aUnitThatComesChangesOnePiece() {
    List<Row> all = rows(UNITS, 200);
    List<String> before = marks(all);
    all.add(RowFactory.create("a", "u1200b", 0, 1.0, "r0"));
    assertThat(marks(all)).filteredOn(mark -> !before.contains(mark)).hasSizeBetween(1, 2);
  }

  @Test
  void filesOfPiecesStay(SparkSession spark, @TempDir Path root) {
    Lake lake = new Lake(spark, root.toString());
    List<Row> all = rows(UNITS, 200);
    write(lake, all, "r1");
    Set<String> before = files(lake);
    all.set(77, row(77, 0, -1.0));
    write(lake, all, "r2");
    assertThat(before).hasSizeGreaterThan(2);
    assertThat(files(lake)).filteredOn(file -> !before.contains(file)).hasSize(1);
    assertThat(lake.read(SCORES.name()).count()).isEqualTo(all.size());
    assertThat(lake.read(SCORES.name()).where("score = -1").count()).isEqualTo(1);
    assertThat(lake.read(SCORES.name()).select("run_id").distinct().collectAsList().toString())
        .contains("r1", "r2");
    assertThat(lake.readAt(SCORES.name(), 0).where("score = -1").count()).isZero();
    write(lake, all, "r3"); // nothing differs, and there is no commit
    assertThat(lake.version(SCORES.name())).hasValue(1);
    write(lake, all.subList(0, 5), "r4");
    assertThat(lake.read(SCORES.name()).count()).isEqualTo(5);
  }

  /** A file that was damaged is written again and does not stay. */
  @Test
  void aDamagedFileDoesNotStay(SparkSession spark, @TempDir Path root) throws IOException {
    Lake lake = new Lake(spark, root.toString());
    List<Row> all = rows(UNITS, 200);
    write(lake, all, "r1");
    Set<String> before = files(lake);
    Path table = Path.of(lake.path(SCORES.name()));
    try (Stream<Path> found = Files.walk(table)) {
      Path file = found.filter(p -> p.toString().endsWith(".parquet")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    Lake later = new Lake(spark, root.toString());
    write(later, all, "r2");
    assertThat(files(later)).doesNotContainAnyElementsOf(before);
    assertThat(later.read(SCORES.name()).agg(Map.of("score", "sum")).first().getDouble(0))
        .isEqualTo(all.stream().mapToDouble(r -> r.getDouble(3)).sum());
  }

  private static Set<String> files(Lake lake) {
    return Set.of(lake.read(SCORES.name()).inputFiles());
  }

  private static void write(Lake lake, List<Row> rows, String run) {
    TableRows held =
        new TableRows.Held(
            TableShape.of(SCORES, "run_id"),
            rows.stream()
                .map(r -> RowFactory.create(r.get(0), r.get(1), r.get(2), r.get(3)))
                .toList());
    TableWriter.Written written =
        new TableWriter(lake, SCORES, run).write(new TreeMap<>(Map.of("a", held)), Set.of());
    TreeMap<String, TableState.Part> parts = new TreeMap<>();
    written.parts().forEach((key, counted) -> parts.put(key, counted.part("f", run)));
    written.commit().record();
    assertThat(parts.get("a").rows()).isEqualTo(rows.size());
    lake.note(
        SCORES.name(),
        new TableState(
            written.commit().version(), parts, new TreeMap<>(Map.of("comment", SCORES.grain()))));
  }
}
