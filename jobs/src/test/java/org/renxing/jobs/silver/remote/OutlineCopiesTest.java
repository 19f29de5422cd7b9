package org.renxing.jobs.silver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.testing.Frames;

/** Several rows of one unit and zone. */
class OutlineCopiesTest {
  private static final String ROWS =
      "source_id string, source_file string, row_number bigint, row_hash string, unit_id string,"
          + " zone string, geometry binary, fault struct<code: string, reason: string>";

  private long number;

  private Row outline(String source, String unit, String zone, String shape) {
    number++;
    return row(source, "f", number, "h", unit, zone, shape.getBytes(StandardCharsets.UTF_8), null);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    // 1 to 4: the same again, of a zone and of the whole; the first of each counts
    rows.add(outline("b", "same", "z", "A"));
    rows.add(outline("a", "same", "z", "A"));
    rows.add(outline("b", "same", "", "B"));
    rows.add(outline("b", "same", "", "B"));
    // 5 to 7: two zones of a unit may be anything; one of a third unit is alone
    rows.add(outline("a", "sound", "y", "C"));
    rows.add(outline("a", "sound", "z", "D"));
    rows.add(outline("a", "alone", "", "E"));
    // 8 to 11: two outlines of a zone that differ take the whole unit with them, and no other
    rows.add(outline("a", "differs", "", "F"));
    rows.add(outline("a", "differs", "z", "G"));
    rows.add(outline("a", "differs", "z", "H"));
    rows.add(outline("a", "differs", "y", "I"));
    // 12 to 14: islands, of which one comes twice
    rows.add(outline("isles", "isles", "", "J"));
    rows.add(outline("isles", "isles", "", "K"));
    rows.add(outline("isles", "isles", "", "J"));
    // 15, 16: another source does not know that they are parts
    rows.add(outline("isles", "mixed", "", "L"));
    rows.add(outline("a", "mixed", "", "M"));
    // 17, 18: reserved names are refused elsewhere
    rows.add(outline("a", "sound", "other", "N"));
    rows.add(outline("a", "sound", "other", "O"));
    // 19: what is faulty anyway contradicts nothing
    rows.add(row("a", "f", 19L, "h", "alone", "", null, row("BAD_GEOMETRY", "bad")));
    return rows;
  }

  @Test
  void oneOutlineOfAUnitAndZone() {
    Map<Long, String> codes = new TreeMap<>();
    Map<Long, String> reasons = new TreeMap<>();
    for (Row row :
        OutlineCopies.judge(
                Frames.of(ROWS, rows().toArray(Row[]::new)).repartition(3), List.of("isles"))
            .collectAsList()) {
      Row fault = row.getAs("fault");
      codes.put(row.getAs("row_number"), fault == null ? "" : fault.getString(0));
      reasons.put(row.getAs("row_number"), fault == null ? "" : fault.getString(1));
    }
    codes.values().removeIf(String::isEmpty);
    Map<Long, String> expected = new TreeMap<>(Map.of(19L, "BAD_GEOMETRY"));
    List.of(1L, 4L, 14L).forEach(n -> expected.put(n, "DUPLICATE_OUTLINE"));
    List.of(8L, 9L, 10L, 11L, 15L, 16L).forEach(n -> expected.put(n, "OUTLINE_CONFLICT"));
    assertThat(codes).isEqualTo(expected);
    assertThat(reasons).hasSize(19);
    assertThat(reasons.get(11L)).contains("unit differs", "zone 'z'", "outlines = parts");
    assertThat(reasons.get(15L)).contains("the whole unit");
  }
}
