package org.renxing.jobs.gold.units;

import java.util.List;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;
import org.renxing.run.Need;
import org.renxing.territory.Basis;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;

/** Changes of units' territory, for the tables that compare years. */
public final class UnitBoundaries {
  /** All moves of territory. */
  public static final Need<List<Move>> MOVES =
      Need.read("moves of territory", List.of(UnitLineage.TABLE), "", UnitLineage::moves);

  /** What moves of territory mean for the statistics of a scenario. */
  public static final Need<Boundaries> OF_SCENARIO =
      Need.of(
          "boundaries",
          List.of(MOVES),
          scenario -> List.of(scenario.years().last(), Basis.of(scenario)),
          (scenario, given) -> Boundaries.of(scenario, given.get(MOVES)));

  private static final String FLAGS =
      "none; adjusted = all figures are about one territory; merged = whole units were added; break"
          + " = not comparable";

  private UnitBoundaries() {}

  /**
   * Adds boundary_flag.
   *
   * @param span what the flag is about
   */
  public static TableSpec.Builder flag(TableSpec.Builder shape, String span) {
    return shape.required("boundary_flag", Type.STRING, "", span + ": " + FLAGS);
  }

  /** Adds boundary_event. */
  public static TableSpec.Builder event(TableSpec.Builder shape) {
    return shape.optional(
        "boundary_event", Type.STRING, "", "What moved, as kind:from>to; see silver.unit_lineage");
  }
}
