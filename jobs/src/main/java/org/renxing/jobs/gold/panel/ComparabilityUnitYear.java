package org.renxing.jobs.gold.panel;

import static org.renxing.measure.Cells.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.territory.Move;

/**
 * gold.comparability_unit_year: how far the figures of a unit and year can be compared with those
 * of other years (methods: panel).
 */
public final class ComparabilityUnitYear implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("comparability_unit_year");

  /** How rows of the indicator values are read. */
  static final StoredRows<UnitYear> CELLS =
      StoredRows.ofScenario(
          IndicatorValue.TABLE,
          List.of("unit_id", "unit_name", "year", "is_imputed", "is_suspect", "adjustment"),
          row ->
              new UnitYear(
                  row.text("unit_id"),
                  row.text("unit_name"),
                  row.whole("year"),
                  1,
                  row.flag("is_imputed") ? 1 : 0,
                  row.flag("is_suspect") ? 1 : 0,
                  row.optionalText("adjustment").filter(t -> t.contains("merged")).isPresent()
                      ? 1
                      : 0));

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(TABLE.name(), "One row a unit and year of the scenario's panel")
            .required(
                "has_boundary_break",
                Type.BOOLEAN,
                "",
                "Whether the unit's territory differs from that of the year before; stays true"
                    + " where boundaries are merged, since not every figure adds up")
            .optional(
                "boundary_event",
                Type.STRING,
                "",
                "What moved, as kind:from>to, several separated by semicolons; null = nothing. See"
                    + " silver.unit_lineage")
            .required(
                "n_merged",
                Type.LONG,
                "indicators",
                "Indicators with totals of units that passed over later added (boundaries ="
                    + " merged)")
            .required("share_imputed", Type.DOUBLE, "0-1", "Share of indicators that were imputed")
            .required("n_suspect", Type.LONG, "indicators", "Indicators that carry a mark of doubt")
            .required(
                "flag",
                Type.STRING,
                "",
                "BOUNDARY_BREAK, BOUNDARY_MERGED, IMPUTED, SUSPECT, separated by commas; empty ="
                    + " none")
            .check("the share is from 0 to 1", "share_imputed BETWEEN 0 AND 1"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CELLS, UnitBoundaries.MOVES);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(CELLS), given.get(UnitBoundaries.MOVES), spec());
  }

  /** The rows from a scenario's indicator values and all moves of territory. */
  static TableRows rows(Records<UnitYear> cells, List<Move> moves, TableSpec spec) {
    TreeMap<String, TreeSet<String>> events = new TreeMap<>();
    for (Move move : moves) {
      for (String unit : List.of(move.from(), move.to())) {
        events.computeIfAbsent(unit + " " + move.year(), k -> new TreeSet<>()).add(move.text());
      }
    }
    return cells
        .combined(UnitYear::key, UnitYear::sum)
        .groupedBy(UnitYear::key, UnitYear::sum)
        .rows(
            GoldTable.columns(spec),
            one -> List.of(row(one, events.getOrDefault(one.key(), new TreeSet<>()))).iterator());
  }

  private static Row row(UnitYear one, Set<String> events) {
    double shareImputed = (double) one.imputed() / one.cells();
    List<String> flags = new ArrayList<>();
    flag(flags, !events.isEmpty(), "BOUNDARY_BREAK");
    flag(flags, one.merged() > 0, "BOUNDARY_MERGED");
    flag(flags, shareImputed > 0, "IMPUTED");
    flag(flags, one.suspect() > 0, "SUSPECT");
    return RowFactory.create(
        one.unitId(),
        one.name(),
        one.year(),
        !events.isEmpty(),
        text(String.join("; ", events)),
        one.merged(),
        shareImputed,
        one.suspect(),
        String.join(",", flags));
  }

  private static void flag(List<String> flags, boolean holds, String flag) {
    if (holds) {
      flags.add(flag);
    }
  }

  /** How many cells of a unit and year there are, and what was done to them. */
  record UnitYear(
      String unitId, String name, int year, long cells, long imputed, long suspect, long merged)
      implements Serializable {
    String key() {
      return unitId + " " + year;
    }

    static Iterator<UnitYear> sum(String key, List<UnitYear> parts) {
      UnitYear first = parts.get(0);
      return List.of(
              new UnitYear(
                  first.unitId,
                  first.name,
                  first.year,
                  parts.stream().mapToLong(UnitYear::cells).sum(),
                  parts.stream().mapToLong(UnitYear::imputed).sum(),
                  parts.stream().mapToLong(UnitYear::suspect).sum(),
                  parts.stream().mapToLong(UnitYear::merged).sum()))
          .iterator();
    }
  }
}
