package org.renxing.jobs.gold.obstacles;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.coupling.CoupledRow;
import org.renxing.jobs.gold.index.Vectors;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleMeans;
import org.renxing.obstacles.Obstacles;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.obstacle_summary: mean obstacles by coordination class and year. */
public final class ObstacleSummary implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "obstacle_summary",
                "One row a pair of systems or whole, level, node, coordination class and year")
            .key("pair_id", Type.STRING, ObstacleUnitYear.SCOPE)
            .key("scheme", Type.STRING, "Weight scheme")
            .key("level", Type.STRING, "What the code is: indicator, criterion or system")
            .key("code", Type.STRING, "Indicator, criterion or system")
            .key(
                "class",
                Type.STRING,
                "all, or the coordination level of the pair in the year (coupling_unit_year)")
            .key("year", Type.INT, "Year; 0 = all years together, unit-years as rows")
            .required("n", Type.LONG, "units", "Units (unit-years for year 0) with degrees")
            .required(
                "mean_degree_pct",
                Type.DOUBLE,
                "%",
                "Mean obstacle degree; sums to 100 over the codes of a level, where all have one")
            .required(
                "rank",
                Type.INT,
                "",
                "Dense rank in pair, level, class and year; equal to 12 significant digits is a"
                    + " tie")
            .check("means lie between 0 and 100", "mean_degree_pct BETWEEN 0 AND 100 + 1e-9"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Vectors.ALL, Vectors.OBSTACLES, CoupledRow.ROWS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return Vectors.hasObstacles(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Records<CoupledRow> coupled =
        scenario.couplings().isEmpty() ? LocalRecords.none() : given.get(CoupledRow.ROWS);
    return rows(given.get(Vectors.ALL), coupled, given.get(Vectors.OBSTACLES));
  }

  TableRows rows(
      Records<IndicatorVector> vectors, Records<CoupledRow> coupled, Obstacles obstacles) {
    ObstacleMeans means =
        vectors
            .flatMap(vector -> degrees(obstacles, vector).iterator())
            .and(coupled.map(Classed::of))
            .groupedBy(Classed::unitYear, (key, all) -> known(all).iterator())
            .reduce(ObstacleMeans::new);
    return new TableRows.Held(
        columns(),
        means.means(obstacles.scopes(), obstacles.order()).stream()
            .map(
                of ->
                    RowFactory.create(
                        of.scope().id(),
                        of.scope().scheme(),
                        of.mean().level(),
                        of.mean().code(),
                        of.ofClass(),
                        of.year(),
                        of.n(),
                        of.mean().meanDegreePct(),
                        of.mean().rank()))
            .toList());
  }

  /**
   * Degrees of a unit and year within a scope, or the class of the unit under a pair in the year.
   *
   * @param pairId the pair, or overall
   * @param scope place of the scope; -1 for a class
   * @param ofClass empty for degrees
   * @param degrees none for a class
   */
  private record Classed(
      String pairId, String unitId, int year, int scope, String ofClass, List<Double> degrees)
      implements Serializable {
    static Classed of(CoupledRow row) {
      return new Classed(
          row.pairId(), row.unitId(), row.year(), -1, row.coordinationLevel(), List.of());
    }

    String unitYear() {
      return String.join("\n", pairId, unitId, String.valueOf(year));
    }

    ObstacleMeans.Known known(String group) {
      return new ObstacleMeans.Known(
          scope, year, group, degrees.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static List<Classed> degrees(Obstacles obstacles, IndicatorVector vector) {
    List<ObstacleDegrees> all = obstacles.of(vector);
    List<Classed> out = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      if (all.get(s).isKnown()) {
        out.add(
            new Classed(
                obstacles.scopes().get(s).id(),
                vector.unitId(),
                vector.year(),
                s,
                "",
                Arrays.stream(all.get(s).percent()).boxed().toList()));
      }
    }
    return out;
  }

  /** The degrees of a unit and year with their class. */
  private static List<ObstacleMeans.Known> known(List<Classed> all) {
    String group =
        all.stream().map(Classed::ofClass).filter(c -> !c.isEmpty()).findFirst().orElse("");
    return all.stream().filter(c -> c.scope() >= 0).map(c -> c.known(group)).toList();
  }
}
