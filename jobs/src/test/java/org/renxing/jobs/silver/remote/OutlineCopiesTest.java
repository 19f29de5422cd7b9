package org.renxing.jobs.silver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renxing.geo.GeometryIntake;
import org.renxing.geo.Place;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.silver.Reason;
import org.renxing.model.Crs;
import org.renxing.model.Extent;
import org.renxing.model.GeometryForm;
import org.renxing.model.RemoteFamily;

/** Several rows of one unit and zone. */
class OutlineCopiesTest {
  private static final GeometryForm FORM =
      new GeometryForm(GeometryForm.Encoding.WKT, GeometryForm.Shape.AREA, Crs.WGS84, Extent.WORLD);
  private long number;

  /** An outline of a letter, the same for the same letter. */
  private RemoteObservation outline(String source, String unit, String zone, String letter) {
    int west = letter.charAt(0) - 'A';
    String box = "POLYGON ((%1$s 0, %2$s 0, %2$s 1, %1$s 0))".formatted(west, west + 1);
    return outline(source, unit, zone, GeometryIntake.read(FORM, box).place(), Reason.NONE);
  }

  private RemoteObservation outline(
      String source, String unit, String zone, Place place, Reason fault) {
    number++;
    return new RemoteObservation(
        new BronzeRow("f", number, "h", Map.of(), "", false, 1),
        source,
        RemoteFamily.BOUNDARY,
        true,
        "",
        0,
        unit,
        zone,
        "",
        place,
        Map.of(),
        fault);
  }

  private List<RemoteObservation> rows() {
    List<RemoteObservation> rows = new ArrayList<>();
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
    rows.add(outline("a", "alone", "", Place.NONE, new Reason("BAD_GEOMETRY", "bad")));
    return rows;
  }

  @Test
  void oneOutlineOfAUnitAndZone() {
    Map<Long, String> codes = new TreeMap<>();
    Map<Long, String> reasons = new TreeMap<>();
    List<RemoteObservation> rows = new ArrayList<>(rows());
    Collections.shuffle(rows, new Random(3));
    for (RemoteObservation row : OutlineCopies.judge(rows, List.of("isles"))) {
      codes.put(row.origin().number(), row.fault().code());
      reasons.put(row.origin().number(), row.fault().text());
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
