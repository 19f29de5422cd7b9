package org.renxing.jobs.gold;

import java.util.List;
import org.renxing.jobs.silver.UnitLineage;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;
import org.renxing.territory.Boundaries;
import org.renxing.territory.Move;

/** Changes of units' territory, for the tables that compare years. */
final class UnitBoundaries {
  private static final SharedKey<List<Move>> MOVES = new SharedKey<>("moves of territory", "");

  private static final String FLAGS =
      "none; adjusted = all figures are about one territory; merged = whole units were added; break"
          + " = not comparable";

  private UnitBoundaries() {}

  /** As a scenario's statistics see them. */
  static Boundaries of(Scenario scenario, Inputs inputs) {
    return Boundaries.of(scenario, moves(inputs));
  }

  /** All moves of territory. */
  static List<Move> moves(Inputs inputs) {
    return inputs.shared(MOVES, () -> UnitLineage.moves(inputs));
  }

  /** As {@link UnitStatistics#contentOf}; the lineage counts whole, since it flags breaks. */
  static String contentOf(TableName input, TableState state, Scenario scenario) {
    return input.equals(UnitLineage.TABLE)
        ? state.contentOf(TableState.WHOLE)
        : UnitStatistics.contentOf(input, state, scenario);
  }

  /**
   * Adds boundary_flag.
   *
   * @param span what the flag is about
   */
  static TableSpec.Builder flag(TableSpec.Builder shape, String span) {
    return shape.required("boundary_flag", Type.STRING, "", span + ": " + FLAGS);
  }

  /** Adds boundary_event. */
  static TableSpec.Builder event(TableSpec.Builder shape) {
    return shape.optional(
        "boundary_event", Type.STRING, "", "What moved, as kind:from>to; see silver.unit_lineage");
  }
}
