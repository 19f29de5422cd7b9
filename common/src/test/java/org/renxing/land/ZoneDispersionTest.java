package org.renxing.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.renxing.lake.TableRows;
import org.renxing.model.OccupancySignal;
import org.renxing.model.TableName;
import org.renxing.model.VacancyPolicy;
import org.renxing.records.Records;
import org.renxing.records.TableRecords;
import org.renxing.vacancy.Calibration;
import org.renxing.vacancy.OccupiedArea;

/** Dispersion that was worked by hand. */
class ZoneDispersionTest {
  private static final Calibration CONFIGURED = Calibration.configured(VacancyPolicy.standard());

  @Test
  void areasOfAZone() {
    Map<String, ZoneDispersion.Figure> rows = new TreeMap<>();
    ZoneDispersion.of(
            areas(
                List.of(
                    counted("a", "old_town", 100, 100),
                    counted("b", "old_town", 100, 80),
                    counted("c", "old_town", 500, 300),
                    counted("d", "new_town", 100, 90),
                    counted("e", "new_town", 100, 10),
                    area("f", "new_town", 100, Map.of()),
                    counted("g", "new_town", 0, 0))),
            CONFIGURED)
        .forEach(f -> rows.put(f.about().kind() + "/" + f.about().zone(), f));
    assertThat(rows).hasSize(3);
    // rates 0, 0.2, 0.4
    assertThat(rows.get("housing/old_town").deviation()).isCloseTo(0.2, within(1e-12));
    assertThat(rows.get("housing/new_town").deviation()).isNaN();
    assertThat(rows.get("housing/new_town").areas()).isEqualTo(2);
    // 0, 0.2, 0.4, 0.1, 0.9: mean 0.32, squares about it 0.508
    assertThat(rows.get("housing/all").deviation()).isCloseTo(Math.sqrt(0.508 / 4), within(1e-12));
  }

  /** Meters of water err by 0.08 where no audit tells. */
  @Test
  void theErrorOfSignalsIsNotDispersion() {
    List<ZoneDispersion.Figure> rows =
        ZoneDispersion.of(
            areas(List.of(water("a", 90), water("b", 70), water("c", 50))), CONFIGURED);
    assertThat(rows)
        .filteredOn(f -> f.about().isWhole())
        .singleElement()
        .satisfies(
            f -> assertThat(f.deviation()).isCloseTo(Math.sqrt(0.04 - 0.08 * 0.08), within(1e-12)));
    assertThat(
            ZoneDispersion.of(
                areas(List.of(water("a", 90), water("b", 85), water("c", 80))), CONFIGURED))
        .allSatisfy(f -> assertThat(f.deviation()).isZero());
  }

  private static Records<OccupiedArea> areas(List<Row> rows) {
    StructType schema =
        StructType.fromDDL(
            "use string, area_id string, unit_id string, zone string, year int,"
                + " units_total bigint, units_occupied double, audit_units bigint,"
                + " audit_occupied bigint, "
                + String.join(" double, ", OccupancySignal.columns())
                + " double");
    return TableRecords.of(
            TableName.silver("occupancy_area"), OccupiedArea.COLUMNS, OccupiedArea::of)
        .of(new TableRows.Held(schema, rows));
  }

  private static Row area(String id, String zone, long units, Map<String, Double> given) {
    Object[] cells = new Object[OccupiedArea.COLUMNS.size()];
    Object[] head = {"housing", id, "u", zone, 2020, units};
    System.arraycopy(head, 0, cells, 0, head.length);
    given.forEach((column, value) -> cells[OccupiedArea.COLUMNS.indexOf(column)] = value);
    return RowFactory.create(cells);
  }

  private static Row counted(String id, String zone, long units, double occupied) {
    return area(id, zone, units, Map.of("units_occupied", occupied));
  }

  private static Row water(String id, double occupied) {
    return area(id, "old_town", 100, Map.of(OccupancySignal.WATER.column(), occupied));
  }
}
