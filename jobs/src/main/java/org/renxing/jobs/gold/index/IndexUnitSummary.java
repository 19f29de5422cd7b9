package org.renxing.jobs.gold.index;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.Accumulator;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.scores.ScoreCourse;
import org.renxing.territory.UnitDirectory;

/** gold.index_summary_unit: the course of each unit's scores over the years. */
public final class IndexUnitSummary implements GoldTable {
  /** The mean score of a group in a year. */
  record YearMean(String scheme, String system, String groupType, int year, double mean)
      implements Serializable {
    private static final StoredRows<YearMean> ROWS =
        StoredRows.ofScenario(
            IndexSummary.TABLE,
            List.of("scheme", "system", "group_type", "year", "mean"),
            row ->
                new YearMean(
                    row.text("scheme"),
                    row.text("system"),
                    row.text("group_type"),
                    row.whole("year"),
                    row.number("mean")));

    private String key() {
      return String.join("\n", scheme, system, String.valueOf(year));
    }
  }

  private static final Need<Records<NodeCourse>> COURSES =
      Need.of(
          "courses of scores",
          List.of(ScoreRow.ROWS, YearMean.ROWS),
          scenario -> "",
          (scenario, given) ->
              courses(
                      given.get(ScoreRow.ROWS),
                      given
                          .get(YearMean.ROWS)
                          .where(m -> m.groupType().equals(UnitDirectory.ALL) && m.year() > 0)
                          .list())
                  .kept());

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("index_summary_unit", "One row a weight scheme, node of the index and unit")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("system", Type.STRING, "Node of the index")
            .with(GoldTable::unit)
            .required("n_years", Type.LONG, "years", "Years with a score")
            .required("mean", Type.DOUBLE, "0-1", "Mean score over the years")
            .required("min", Type.DOUBLE, "0-1", "Lowest score")
            .required("max", Type.DOUBLE, "0-1", "Highest score")
            .required("year_first", Type.INT, "", "First year with a score")
            .required("year_last", Type.INT, "", "Last year with a score")
            .required("score_first", Type.DOUBLE, "0-1", "Score of the first year")
            .required("score_last", Type.DOUBLE, "0-1", "Score of the last year")
            .required("change", Type.DOUBLE, "", "score_last - score_first")
            .optional(
                "growth",
                Type.DOUBLE,
                "share",
                "score_last over score_first, minus 1; null where the first is 0")
            .required("rank_first", Type.INT, "", "Rank in the first year")
            .required("rank_last", Type.INT, "", "Rank in the last year")
            .required(
                "n_above_mean", Type.LONG, "years", "Years above the mean of all units of the year")
            .required(
                "is_always_above_mean",
                Type.BOOLEAN,
                "",
                "Whether above that mean in every year of the scenario"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(COURSES, Units.DIRECTORY);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(COURSES), given.get(Units.DIRECTORY));
  }

  /** The course of a unit's scores at a node. */
  record NodeCourse(String scheme, String system, String unitId, ScoreCourse course)
      implements Serializable {
    private String node() {
      return scheme + "\n" + system;
    }
  }

  static Records<NodeCourse> courses(Records<ScoreRow> scores, List<YearMean> yearMeans) {
    HashMap<String, Double> means = new HashMap<>();
    yearMeans.forEach(m -> means.put(m.key(), m.mean()));
    return scores
        .where(score -> score.isKnown() && means.containsKey(score.yearOfNode()))
        .groupedBy(
            ScoreRow::unitAtNode,
            (key, all) -> {
              List<ScoreCourse.Year> years =
                  all.stream()
                      .map(
                          s ->
                              new ScoreCourse.Year(
                                  s.year(), s.score(), s.rank(), means.get(s.yearOfNode())))
                      .toList();
              ScoreRow any = all.get(0);
              return List.of(
                      new NodeCourse(
                          any.scheme(), any.system(), any.unitId(), ScoreCourse.of(years)))
                  .iterator();
            });
  }

  /**
   * Rows of courses.
   *
   * @param courses kept, as they are read twice
   */
  TableRows rows(Records<NodeCourse> courses, UnitDirectory units) {
    Longest longest = courses.reduce(Longest::new);
    return courses.rowEach(columns(), course -> row(course, longest, units));
  }

  /** The years in which any unit has a score of a node: the longest course of all. */
  private static final class Longest implements Accumulator<NodeCourse, Longest> {
    private static final long serialVersionUID = 1L;
    private final HashMap<String, Long> years = new HashMap<>();

    @Override
    public void add(NodeCourse course) {
      years.merge(course.node(), course.course().scores().n(), Math::max);
    }

    @Override
    public void merge(Longest other) {
      other.years.forEach((node, n) -> years.merge(node, n, Math::max));
    }

    long of(NodeCourse course) {
      return years.get(course.node());
    }
  }

  private static Row row(NodeCourse of, Longest longest, UnitDirectory units) {
    ScoreCourse course = of.course();
    return RowFactory.create(
        of.scheme(),
        of.system(),
        of.unitId(),
        units.name(of.unitId()),
        course.scores().n(),
        course.scores().mean(),
        course.scores().least(),
        course.scores().largest(),
        course.first().year(),
        course.last().year(),
        course.first().score(),
        course.last().score(),
        course.change(),
        Cells.number(course.growth()),
        course.first().rank(),
        course.last().rank(),
        course.nAboveMean(),
        course.nAboveMean() == longest.of(of));
  }
}
