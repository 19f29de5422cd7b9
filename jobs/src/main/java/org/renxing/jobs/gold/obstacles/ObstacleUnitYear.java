package org.renxing.jobs.gold.obstacles;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.index.Vectors;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.obstacles.ObstacleDegrees;
import org.renxing.obstacles.ObstacleRanking;
import org.renxing.obstacles.ObstacleScope;
import org.renxing.obstacles.Obstacles;
import org.renxing.panel.IndicatorOrder;
import org.renxing.panel.IndicatorVector;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.obstacle_unit_year: what keeps each unit from its ideal point. */
public final class ObstacleUnitYear implements GoldTable {
  /** What the column pair_id holds in tables of obstacles. */
  static final String SCOPE =
      "Coupling of the scenario, or overall: the whole index, for schemes that no coupling reads";

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(
                "obstacle_unit_year", "One row a pair of systems or whole, unit, year, indicator")
            .key("pair_id", Type.STRING, SCOPE)
            .key("scheme", Type.STRING, "Weight scheme")
            .key("indicator_code", Type.STRING, "Indicator; see dim_indicator")
            .required("system", Type.STRING, "", "Its system")
            .optional("criterion", Type.STRING, "", "Its parent, where that is not the system")
            .optional(
                "degree_pct",
                Type.DOUBLE,
                "%",
                "Obstacle degree; sums to 100 over the indicators of the pair or whole")
            .optional(
                "system_degree_pct",
                Type.DOUBLE,
                "%",
                "The same in its system alone; null where that has no obstacle")
            .optional(
                "cumulative_pct",
                Type.DOUBLE,
                "%",
                "Degrees of this and all larger obstacles together, in the order of order_no")
            .optional(
                "rank",
                Type.INT,
                "",
                "Dense rank, 1 is the largest obstacle; equal to 12 significant digits is a tie")
            .optional(
                "order_no", Type.INT, "", "Place without ties: these in the order of the index")
            .required("n_indicators", Type.INT, "", "Indicators of the pair or whole")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why the degrees are null: MISSING_INDICATOR, IDEAL_POINT or UNDEFINED_WEIGHT")
            .check("degrees lie between 0 and 100", "degree_pct BETWEEN 0 AND 100 + 1e-9")
            .check(
                "a degree is given or has a reason", "(degree_pct IS NULL) = (reason IS NOT NULL)")
            .check(
                "the degrees of a unit and year sum to 100",
                "order_no < n_indicators OR abs(cumulative_pct - 100) <= 1e-9"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Vectors.ALL, Vectors.OBSTACLES, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return Vectors.hasObstacles(scenario);
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Obstacles obstacles = given.get(Vectors.OBSTACLES);
    UnitDirectory units = given.get(Units.DIRECTORY);
    long rowsEach = obstacles.scopes().stream().mapToLong(s -> s.members().size()).sum();
    return given.rows(
        given.get(Vectors.ALL), rowsEach, columns(), vector -> rows(vector, obstacles, units));
  }

  static Iterator<Row> rows(IndicatorVector vector, Obstacles obstacles, UnitDirectory units) {
    List<ObstacleDegrees> degrees = obstacles.of(vector);
    List<Row> out = new ArrayList<>();
    for (int s = 0; s < degrees.size(); s++) {
      ObstacleScope scope = obstacles.scopes().get(s);
      add(new Place(vector, units, scope, obstacles.order()), degrees.get(s), out);
    }
    return out.iterator();
  }

  /** Which unit and scope rows are about. */
  private record Place(
      IndicatorVector vector, UnitDirectory units, ObstacleScope scope, IndicatorOrder order) {

    /**
     * A row.
     *
     * @param found degree_pct, system_degree_pct, cumulative_pct, rank, order_no, reason
     */
    Row row(int member, Object... found) {
      int j = scope.members().get(member);
      return RowFactory.create(
          vector.unitId(),
          units.name(vector.unitId()),
          vector.year(),
          scope.id(),
          scope.scheme(),
          order.codes().get(j),
          order.systems().get(j),
          Cells.text(order.criteria().get(j)),
          found[0],
          found[1],
          found[2],
          found[3],
          found[4],
          scope.members().size(),
          found[5]);
    }
  }

  private static void add(Place place, ObstacleDegrees degrees, List<Row> out) {
    if (degrees.isKnown()) {
      for (ObstacleRanking o :
          ObstacleRanking.of(degrees.percent(), place.scope(), place.order())) {
        out.add(
            place.row(
                o.member(),
                o.degreePct(),
                Cells.number(o.systemDegreePct()),
                o.cumulativePct(),
                o.rank(),
                o.orderNo(),
                null));
      }
    } else {
      for (int m = 0; m < place.scope().members().size(); m++) {
        out.add(place.row(m, null, null, null, null, null, degrees.reason()));
      }
    }
  }
}
