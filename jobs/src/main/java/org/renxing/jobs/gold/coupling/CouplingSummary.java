package org.renxing.jobs.gold.coupling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.coupling.Bands;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.numerics.Distribution;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory.Group;

/** gold.coupling_summary_year: means of coupling by group and year, and counts by level. */
public final class CouplingSummary implements GoldTable {
  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        GoldTable.shape("coupling_summary_year", "One row a pair of systems, group and year")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year")
            .required("n", Type.LONG, "units", "Units with a coordination degree")
            .required("system_s", Type.STRING, "", "First system of the pair")
            .required("system_e", Type.STRING, "", "Second system of the pair")
            .optional("mean_s", Type.DOUBLE, "0-1", "Mean score of the first system")
            .optional("mean_e", Type.DOUBLE, "0-1", "Mean score of the second system")
            .required("mean_c", Type.DOUBLE, "0-1", "Mean coupling degree")
            .required("mean_t", Type.DOUBLE, "0-1", "Mean comprehensive degree")
            .required("mean_d", Type.DOUBLE, "0-1", "Mean coordination degree");
    for (Bands.Band band : Bands.COORDINATION) {
      shape.required(band.countColumn(), Type.LONG, "units", "Units " + band.nameEn() + " (D)");
    }
    for (Bands.Band band : Bands.COUPLING) {
      shape.required(band.countColumn(), Type.LONG, "units", "Units " + band.nameEn() + " (C)");
    }
    return GoldTable.end(shape);
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CoupledRow.ROWS, Units.GROUPINGS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Groupings groupings = given.get(Units.GROUPINGS);
    return rows(given.get(CoupledRow.ROWS), groupings);
  }

  public TableRows rows(Records<CoupledRow> coupled, Groupings groupings) {
    Records<Row> rows =
        groupings.summarise(
            coupled.where(CoupledRow::isKnown),
            CoupledRow::unitId,
            CoupledRow::yearOfPair,
            CouplingSummary::row);
    return rows.rows(columns(), row -> List.of(row).iterator());
  }

  private static Row row(Group group, List<CoupledRow> members) {
    List<Object> out = new ArrayList<>();
    out.add(members.get(0).pairId());
    out.add(group.type());
    out.add(group.value());
    out.add(members.get(0).year());
    out.add((long) members.size());
    out.add(members.get(0).systemS());
    out.add(members.get(0).systemE());
    List<ToDoubleFunction<CoupledRow>> measures =
        List.of(CoupledRow::s, CoupledRow::e, CoupledRow::c, CoupledRow::t, CoupledRow::d);
    measures.forEach(x -> out.add(Cells.number(Distribution.of(members, x).mean())));
    addCounts(out, members, CoupledRow::coordinationLevel, Bands.COORDINATION);
    addCounts(out, members, CoupledRow::couplingLevel, Bands.COUPLING);
    return RowFactory.create(out.toArray());
  }

  private static void addCounts(
      List<Object> out,
      List<CoupledRow> members,
      Function<CoupledRow, String> level,
      List<Bands.Band> bands) {
    for (Bands.Band band : bands) {
      out.add(members.stream().filter(m -> level.apply(m).equals(band.nameEn())).count());
    }
  }
}
