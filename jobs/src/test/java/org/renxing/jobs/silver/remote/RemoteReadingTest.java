package org.renxing.jobs.silver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.silver.Reason;
import org.renxing.jobs.silver.UnitNames;
import org.renxing.model.RemoteField;
import org.renxing.model.RemoteSource;
import org.renxing.records.Travel;
import org.renxing.weights.WeightingMethods;

/** Rows of sources of the samples, judged by themselves: the first thing that is wrong counts. */
class RemoteReadingTest {
  private static final Map<String, RemoteSource> SOURCES =
      ConfigurationLoader.load(
              Path.of(".."),
              "default",
              Map.of(),
              name -> Optional.empty(),
              new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
          .settings()
          .remote();
  private static final UnitNames UNITS =
      new UnitNames(List.of(new UnitNames.Alias("210500", "210500", 1949, 9999, 1)));
  private static final Map<String, String> HOUSING =
      Map.of("area", "a1", "year", "2016", "lon", "113.28", "lat", "40.09", "dwellings", "100");
  private static final Map<String, String> SHOPS =
      Map.of("street", "s1", "code", "210500", "zone", "", "year", "2016", "shops", "40");

  /** A row of these cells, some of them replaced: labels and texts in turn. */
  private static RemoteObservation read(
      String source, Map<String, String> cells, String defect, String... replaced) {
    Map<String, String> all = new LinkedHashMap<>(cells);
    for (int i = 0; i < replaced.length; i += 2) {
      all.put(replaced[i], replaced[i + 1]);
    }
    RemoteReading reading = new RemoteReading(SOURCES.get(source), UNITS);
    RemoteObservation row = reading.of(new BronzeRow("f", 1, "h", all, defect, false, 1));
    // as Spark hands it and its reader from machine to machine
    RemoteObservation copy =
        SerializationUtils.clone(reading).of(new BronzeRow("f", 1, "h", all, defect, false, 1));
    assertThat(SerializationUtils.clone(copy)).isEqualTo(row);
    return row;
  }

  private static Reason housing(String... replaced) {
    return read("housing-sample", HOUSING, "", replaced).fault();
  }

  private static Reason shops(String... replaced) {
    return read("commercial-sample", SHOPS, "", replaced).fault();
  }

  @Test
  void aSoundRowHasItsFigures() {
    RemoteObservation row =
        read(
            "housing-sample",
            HOUSING,
            "",
            "by water",
            " 1,080.5 ",
            "by LBS",
            " ",
            "dwellings",
            "1000");
    assertThat(row.fault()).isEqualTo(Reason.NONE);
    assertThat(row.id()).isEqualTo("a1");
    assertThat(row.year()).isEqualTo(2016);
    assertThat(row.isOpen()).isTrue();
    assertThat(row.place().lon()).isEqualTo(113.28);
    assertThat(row.figure(RemoteField.UNITS_TOTAL)).isEqualTo(1000);
    assertThat(row.figure(RemoteField.OCCUPIED_BY_WATER)).isEqualTo(1080.5);
    assertThat(row.figure(RemoteField.OCCUPIED_BY_LBS)).isNaN();
    RemoteObservation carried = read("commercial-sample", SHOPS, "", "open", "31");
    assertThat(carried.unit()).isEqualTo("210500");
    assertThat(carried.zoneOrOther()).isEqualTo("other");
    assertThat(carried.isOpen()).isFalse();
  }

  /** Areas too, and cells that are not there. */
  @Test
  void rowsTravel() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("plot", "p1");
    cells.put("year", "2016");
    cells.put("shape", "POLYGON ((104.1 36.4, 104.2 36.4, 104.2 36.5, 104.1 36.4))");
    cells.put("class", null);
    RemoteObservation row = read("low-use-sample", cells, "");
    assertThat(row.fault()).isEqualTo(Reason.NONE);
    assertThat(row.place().isArea()).isTrue();
    RemoteObservation copy = Travel.copy(row);
    assertThat(copy.place().bytes()).isEqualTo(row.place().bytes());
    assertThat(copy.origin().cells()).containsEntry("class", null).hasSize(4);
    assertThat(List.copyOf(copy.origin().cells().keySet()))
        .isEqualTo(List.copyOf(row.origin().cells().keySet()));
    assertThat(Travel.bytes(row)).isLessThan(400);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(read("housing-sample", HOUSING, "3 cells", "year", "").fault())
        .isEqualTo(new Reason("MALFORMED_ROW", "3 cells"));
    assertThat(housing("@note", "Source: a survey", "year", ""))
        .isEqualTo(new Reason("FOOTNOTE", "a note: Source: a survey"));
    assertThat(housing("year", " ")).isEqualTo(new Reason("EMPTY_YEAR", "the year is empty"));
    assertThat(housing("year", "16"))
        .isEqualTo(new Reason("NOT_A_YEAR", "'16' is not a year between 1900 and 2200"));
    assertThat(housing("area", "", "dwellings", "x"))
        .isEqualTo(new Reason("EMPTY_ID", "column area is empty"));
    assertThat(housing("dwellings", "x"))
        .isEqualTo(new Reason("NOT_A_NUMBER", "'x' in column dwellings is not a number"));
    assertThat(housing("dwellings", "10.5"))
        .isEqualTo(
            new Reason("NOT_A_COUNT", "column dwellings: 10.5 is no whole number from 0 to 10^9"));
    assertThat(housing("by water", "-1"))
        .isEqualTo(new Reason("NEGATIVE", "column by water: -1.0 is below 0"));
    assertThat(housing("dwellings", "0"))
        .isEqualTo(new Reason("NO_UNITS", "the number of units is missing or 0"));
    assertThat(housing("by water", "200.5"))
        .isEqualTo(
            new Reason(
                "OCCUPIED_ABOVE_TOTAL",
                "occupied_by_water 200.5 is above 2 times units_total 100.0"));
    assertThat(housing("audited", "10", "audited lived in", "11").text())
        .isEqualTo("audit_occupied 11.0 is above audit_units 10.0");
    assertThat(housing("lon", "40.09", "lat", "113.28").code()).isEqualTo("SWAPPED_AXES");
    assertThat(housing("by water", "200")).isEqualTo(Reason.NONE);
    assertThat(shops("zone", "all").code()).isEqualTo("RESERVED_ZONE");
    assertThat(shops("code", "999999"))
        .isEqualTo(new Reason("UNKNOWN_UNIT", "'999999' is no known code or name of a unit"));
    assertThat(shops("open", "41").code()).isEqualTo("OCCUPIED_ABOVE_TOTAL");
  }
}
