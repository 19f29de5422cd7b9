package org.renxing.jobs.gold.coupling;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.renxing.coupling.LevelMoves;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** gold.coupling_transition: moves of units between coordination levels. */
public final class CouplingTransition implements GoldTable {
  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(
                "coupling_transition", "One row a pair of systems, span and move between levels")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .key("from_level", Type.STRING, "Coordination level before")
            .key("to_level", Type.STRING, "Coordination level after")
            .key(
                "span",
                Type.STRING,
                "adjacent: a year to the next; first-last: a unit's first year to its last")
            .required("n", Type.LONG, "moves", "Moves")
            .required(
                "share", Type.DOUBLE, "0-1", "Share of the moves from that level in that span"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CoupledRow.ROWS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return scenario.years().step();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(CoupledRow.ROWS), scenario.years().step());
  }

  TableRows rows(Records<CoupledRow> coupled, int step) {
    LevelMoves moves =
        coupled
            .where(row -> !row.coordinationLevel().isEmpty())
            .groupedBy(CoupledRow::unitOfPair, (key, all) -> moves(all, step).iterator())
            .reduce(LevelMoves::new);
    return new TableRows.Held(
        columns(),
        moves.counted().stream()
            .map(
                m ->
                    RowFactory.create(
                        m.move().pairId(),
                        m.move().from(),
                        m.move().to(),
                        m.move().span(),
                        m.n(),
                        m.share()))
            .toList());
  }

  private static List<LevelMoves.Move> moves(List<CoupledRow> unit, int step) {
    NavigableMap<Integer, String> levels = new TreeMap<>();
    unit.forEach(row -> levels.put(row.year(), row.coordinationLevel()));
    return LevelMoves.of(unit.get(0).pairId(), levels, step);
  }
}
