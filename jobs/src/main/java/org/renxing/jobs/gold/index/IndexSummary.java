package org.renxing.jobs.gold.index;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.numerics.Distribution;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.scores.ScoreSummary;
import org.renxing.summary.Groupings;
import org.renxing.territory.UnitDirectory.Group;

/** gold.index_summary_year: scores by group and year. */
public final class IndexSummary implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("index_summary_year");

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(TABLE.name(), "One row a weight scheme, node of the index, group and year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("system", Type.STRING, "Node of the index")
            .key("group_type", Type.STRING, "all, or the column of dim_unit that groups")
            .key("group_value", Type.STRING, "Group")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years for year 0) with a score")
            .required("mean", Type.DOUBLE, "0-1", "Mean score")
            .optional("sd", Type.DOUBLE, "0-1", "Sample standard deviation; null for one unit")
            .required("min", Type.DOUBLE, "0-1", "Lowest score")
            .required("max", Type.DOUBLE, "0-1", "Highest score")
            .optional("cv", Type.DOUBLE, "", "Coefficient of variation: sd over mean")
            .required("above_mean", Type.LONG, "units", "Units above the mean")
            .optional(
                "growth", Type.DOUBLE, "share", "Mean over the mean of the year before, minus 1")
            .optional(
                "growth_since_first",
                Type.DOUBLE,
                "share",
                "Mean over the mean of the first year, minus 1; in year 0 that of the last year")
            .optional(
                "cv_since_first",
                Type.DOUBLE,
                "",
                "cv less the cv of the first year: above 0 where units drift apart; in year 0 that"
                    + " of the last year")
            .optional(
                "mean_contribution", Type.DOUBLE, "0-1", "Mean of what the node adds to the whole")
            .optional("sd_contribution", Type.DOUBLE, "0-1", "Its sample standard deviation")
            .optional("min_contribution", Type.DOUBLE, "0-1", "Its lowest value")
            .optional("max_contribution", Type.DOUBLE, "0-1", "Its highest value"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(ScoreRow.ROWS, Units.GROUPINGS);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Groupings groupings = given.get(Units.GROUPINGS);
    return rows(given.get(ScoreRow.ROWS), groupings);
  }

  TableRows rows(Records<ScoreRow> scores, Groupings groupings) {
    Records<GroupYear> years =
        groupings.summarise(
            scores.where(ScoreRow::isKnown), ScoreRow::unitId, ScoreRow::yearOfNode, GroupYear::of);
    Records<Row> rows =
        years.groupedBy(
            GroupYear::series,
            (key, all) -> {
              GroupYear any = all.get(0);
              return ScoreSummary.of(all.stream().map(GroupYear::scores).toList()).stream()
                  .map(summary -> row(any, summary))
                  .iterator();
            });
    return rows.rows(columns(), row -> List.of(row).iterator());
  }

  /** The scores of a group in a year. */
  private record GroupYear(String scheme, String system, Group group, ScoreSummary.Year scores)
      implements Serializable {
    static GroupYear of(Group group, List<ScoreRow> members) {
      ScoreRow any = members.get(0);
      return new GroupYear(
          any.scheme(),
          any.system(),
          group,
          new ScoreSummary.Year(
              any.year(),
              Distribution.of(members, ScoreRow::score),
              Distribution.of(members, ScoreRow::contribution)));
    }

    String series() {
      return String.join("\n", scheme, system, group.type(), group.value());
    }
  }

  private static Row row(GroupYear of, ScoreSummary summary) {
    Distribution scores = summary.scores();
    Distribution contributions = summary.contributions();
    return RowFactory.create(
        of.scheme(),
        of.system(),
        of.group().type(),
        of.group().value(),
        summary.year(),
        scores.n(),
        scores.mean(),
        Cells.number(scores.sd()),
        scores.least(),
        scores.largest(),
        Cells.number(summary.cv()),
        scores.aboveMean(),
        Cells.number(summary.growth()),
        Cells.number(summary.growthSinceFirst()),
        Cells.number(summary.cvSinceFirst()),
        Cells.number(contributions.mean()),
        Cells.number(contributions.sd()),
        Cells.number(contributions.least()),
        Cells.number(contributions.largest()));
  }
}
