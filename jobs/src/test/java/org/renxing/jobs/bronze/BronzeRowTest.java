package org.renxing.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.lake.TableRows;
import org.renxing.model.TableName;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.testing.SparkExtension;

/** Rows of bronze are the same as columns and as records, held here or distributed. */
@ExtendWith(SparkExtension.class)
class BronzeRowTest {
  private static final StructType LOG =
      StructType.fromDDL(
          "source_file string, row_number bigint, row_hash string, cells map<string, string>,"
              + " defect string, is_removed boolean, ingest_seq int");

  private static final TableRecords<BronzeRow> ROWS = BronzeRow.of(new TableName("bronze", "x"));

  @Test
  void rowsStandAsOftenAsTheyCameMinusAsOftenAsTheyWent(SparkSession spark) {
    Random random = new Random(7);
    List<Row> log = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Boolean isRemoved = random.nextInt(4) == 0 ? null : (Boolean) (random.nextInt(3) == 0);
      String file = "file " + random.nextInt(3);
      String hash = "hash " + random.nextInt(20);
      log.add(row(file, i, hash, Map.of("x", hash), null, isRemoved, i / 50));
    }
    TableRows.Held held = new TableRows.Held(LOG, log);
    List<String> expected = new ArrayList<>();
    BronzeLog.standing(held.plan(spark))
        .collectAsList()
        .forEach(r -> expected.add(r.getString(0) + " " + r.getLong(1) + " " + r.getString(2)));
    assertThat(expected).hasSizeBetween(20, 200);
    assertThat(standing(ROWS.of(held))).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(standing(ROWS.of(held.plan(spark)))).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void cellsKeepTheirOrderAndMayBeMissing(SparkSession spark) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 20; i > 0; i--) {
      cells.put("column " + i, i % 3 == 0 ? null : "text " + i);
    }
    TableRows.Held held =
        new TableRows.Held(
            LOG,
            List.of(
                row("f", 3, "h", cells, "short", true, 2),
                row(null, 0, null, null, null, null, 1)));
    Dataset<Row> plan = held.plan(spark);
    for (Records<BronzeRow> rows : List.of(ROWS.of(held), ROWS.of(plan))) {
      List<BronzeRow> all = rows.list().stream().sorted((a, b) -> b.ingest() - a.ingest()).toList();
      assertThat(all)
          .containsExactly(
              new BronzeRow("f", 3, "h", cells, "short", true, 2),
              new BronzeRow("", 0, "", Map.of(), "", false, 1));
    }
    assertThat(ROWS.of(held).list().get(0).cells().keySet())
        .containsExactlyElementsOf(cells.keySet());
  }

  private static List<String> standing(Records<BronzeRow> log) {
    return log.groupedBy(BronzeRow::identity, BronzeRow::standing).list().stream()
        .map(r -> r.file() + " " + r.number() + " " + r.hash())
        .toList();
  }

  private static Row row(
      String file,
      long number,
      String hash,
      Map<String, String> cells,
      String defect,
      Boolean isRemoved,
      int ingest) {
    return RowFactory.create(file, number, hash, cells, defect, isRemoved, ingest);
  }
}
