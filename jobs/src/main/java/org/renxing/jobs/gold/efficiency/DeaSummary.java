package org.renxing.jobs.gold.efficiency;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.efficiency.Efficiencies;
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
import org.renxing.run.StoredRows;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory.Group;

/** gold.dea_summary_year: DEA scores by group and year. */
public final class DeaSummary implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "dea_summary_year", "One row a DEA model, system that stands alone, group and year")
            .key("model", Type.STRING, "Model of the scenario")
            .key("output_system", Type.STRING, "System that stands alone")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years for year 0) with a score")
            .required("n_unscored", Type.LONG, "units", "Units without")
            .optional("mean_theta", Type.DOUBLE, "", "Mean efficiency; null where n is 0")
            .optional(
                "sd_theta", Type.DOUBLE, "", "Sample standard deviation; null for fewer than two")
            .optional("min_theta", Type.DOUBLE, "", "Lowest efficiency")
            .optional("max_theta", Type.DOUBLE, "", "Highest efficiency")
            .required("n_efficient", Type.LONG, "units", "Units that are strongly efficient")
            .required(
                "n_weakly_efficient",
                Type.LONG,
                "units",
                "Units on the frontier, with slack or without"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Efficiency.ROWS, Units.GROUPINGS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.deaModels().isEmpty();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Groupings groupings = given.get(Units.GROUPINGS);
    return rows(given.get(Efficiency.ROWS), groupings);
  }

  TableRows rows(Records<Efficiency> scores, Groupings groupings) {
    Records<Row> rows =
        groupings
            .summarise(scores, Efficiency::unitId, Efficiency::yearOfSystem, GroupYear::of)
            .groupedBy(GroupYear::series, (key, years) -> rows(years).iterator());
    return rows.rows(columns(), row -> List.of(row).iterator());
  }

  /**
   * A DEA score of a unit in a year.
   *
   * @param theta NaN without a score
   */
  record Efficiency(
      String model,
      String system,
      String unitId,
      int year,
      double theta,
      boolean isStrong,
      boolean isWeak)
      implements Serializable {
    private static final StoredRows<Efficiency> ROWS =
        StoredRows.ofScenario(
            DeaScore.TABLE,
            List.of(
                "model",
                "output_system",
                "unit_id",
                "year",
                "theta",
                "is_strongly_efficient",
                "is_weakly_efficient"),
            row ->
                new Efficiency(
                    row.text("model"),
                    row.text("output_system"),
                    row.text("unit_id"),
                    row.whole("year"),
                    row.number("theta"),
                    row.optionalFlag("is_strongly_efficient").orElse(false),
                    row.optionalFlag("is_weakly_efficient").orElse(false)));

    String yearOfSystem() {
      return String.join("\n", model, system, String.valueOf(year));
    }
  }

  /** The scores of a group in a year. */
  private record GroupYear(String model, String system, Group group, int year, Efficiencies scores)
      implements Serializable {
    static GroupYear of(Group group, List<Efficiency> members) {
      Efficiency any = members.get(0);
      return new GroupYear(
          any.model(),
          any.system(),
          group,
          any.year(),
          new Efficiencies(
              Distribution.of(members, Efficiency::theta),
              members.stream().filter(m -> Double.isNaN(m.theta())).count(),
              members.stream().filter(Efficiency::isStrong).count(),
              members.stream().filter(Efficiency::isWeak).count()));
    }

    String series() {
      return String.join("\n", model, system, group.type(), group.value());
    }

    Row row() {
      Distribution thetas = scores.thetas();
      return RowFactory.create(
          model,
          system,
          group.type(),
          group.value(),
          year,
          thetas.n(),
          scores.nUnscored(),
          Cells.number(thetas.mean()),
          Cells.number(thetas.sd()),
          Cells.number(thetas.least()),
          Cells.number(thetas.largest()),
          scores.nEfficient(),
          scores.nWeaklyEfficient());
    }
  }

  /** Each year of a group, and all years together. */
  private static List<Row> rows(List<GroupYear> years) {
    GroupYear any = years.get(0);
    Efficiencies all = Efficiencies.together(years.stream().map(GroupYear::scores).toList());
    GroupYear whole = new GroupYear(any.model(), any.system(), any.group(), 0, all);
    return Stream.concat(Stream.of(whole), years.stream()).map(GroupYear::row).toList();
  }
}
