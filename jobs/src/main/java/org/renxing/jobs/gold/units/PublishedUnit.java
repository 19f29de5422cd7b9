package org.renxing.jobs.gold.units;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.jobs.silver.UnitGroups;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;

/** gold.dim_unit: the units of a scenario, with every period in which they were in force. */
public final class PublishedUnit implements GoldTable {
  private static final String SIZE_CLASS = "size_class";

  private final StructType shape = TableShape.of(spec(), "scenario_id", "run_id", SIZE_CLASS);
  private final StoredRows<Period> periods = periods(List.of(shape.fieldNames()));

  private static StoredRows<Period> periods(List<String> columns) {
    return StoredRows.whole(
        TableRecords.of(
            DimUnit.TABLE,
            DimUnit.columns(),
            row -> new Period(row.text("unit_id"), row.text("newest_level"), row.row(columns))));
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "dim_unit", "One row a unit of the scenario's levels and period of validity")
            .key("unit_id", Type.STRING, "Unit: newest six-digit code (GB/T 2260)")
            .key(
                "valid_from",
                Type.INT,
                "First year of the period; 1949 = from the start of any series")
            .optional("valid_to", Type.INT, "", "Last year of the period; null = still valid")
            .required("code", Type.STRING, "", "Code in force in the period")
            .required("name_zh", Type.STRING, "", "Official name in the period, in Chinese")
            .optional("name_en", Type.STRING, "", "Name in English, without City; not unique")
            .required("level", Type.STRING, "", "Level in the period, such as prefecture_city")
            .optional("parent_id", Type.STRING, "", "Unit to which it belongs")
            .optional("province_code", Type.STRING, "", "Six-digit code of the province")
            .optional("province_name", Type.STRING, "", "Province, in Chinese")
            .optional("province_name_en", Type.STRING, "", "Province, in English")
            .optional("region7", Type.STRING, "", "One of seven regions, in English")
            .optional("region7_zh", Type.STRING, "", "One of seven regions, in Chinese")
            .optional("region4", Type.STRING, "", "east, central, west or north-east")
            .optional("region3", Type.STRING, "", "east, central or west")
            .optional("coast", Type.STRING, "", "coast (a province by the sea) or inland")
            .optional(
                "lon", Type.DOUBLE, "degrees", "Longitude of the seat, WGS84 (GeoNames, CC BY)")
            .optional(
                "lat", Type.DOUBLE, "degrees", "Latitude of the seat, WGS84 (GeoNames, CC BY)")
            .optional(
                "life_cycle",
                Type.STRING,
                "",
                "growing, mature, declining or regenerative (plan of 2013); null = not in its list")
            .optional(
                "endowment", Type.STRING, "", "coal, oil_gas or metal_nonmetal; null = unknown")
            .optional(
                "is_resource_based",
                Type.BOOLEAN,
                "",
                "Whether one of the 126 prefecture-level units of the plan of 2013; null = no such"
                    + " unit")
            .optional(
                "is_exhausted",
                Type.BOOLEAN,
                "",
                "Whether one of the 69 named resource-exhausted between 2008 and 2011; null ="
                    + " unknown")
            .optional(
                SIZE_CLASS,
                Type.STRING,
                "",
                "Class by urban population; null = unknown, no source gives it yet")
            .optional(UnitGroups.COLUMN, Type.STRING, "", UnitGroups.COMMENT)
            .required("is_newest", Type.BOOLEAN, "", "Whether the period is the unit's last"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(periods);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.population().levels(), scenario.population().unitIds());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    List<String> levels = scenario.population().levels();
    List<String> ids = scenario.population().unitIds();
    return given
        .get(periods)
        .where(p -> levels.isEmpty() || levels.contains(p.level()))
        .where(p -> ids.isEmpty() || ids.contains(p.unitId()))
        .rows(shape, period -> List.of(period.row()).iterator())
        .with(SIZE_CLASS, null);
  }

  /** A unit in a period. */
  private record Period(String unitId, String level, Row row) implements Serializable {}
}
