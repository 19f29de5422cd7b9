package org.renxing.jobs.silver;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.intake.ReferenceFile;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.territory.Move;

/**
 * Lineage of units: merges, splits, territory that moved, and changes of name, level or code. It is
 * in silver, as the units and their aliases are, since it belongs to no scenario; what it means for
 * a scenario is in gold.comparability_unit_year.
 */
public final class UnitLineage extends ReferenceTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("unit_lineage");

  /** Condition on rows of the table: territory moved between two units. */
  public static final String MOVES_TERRITORY =
      "kind IN ('merge', 'split', 'carve_out', 'dissolve')";

  private static final Set<String> MOVES = Set.of("merge", "split", "carve_out", "dissolve");

  private static final TableRecords<Move> EVENTS =
      TableRecords.of(
          TABLE,
          List.of("year", "kind", "from_unit_id", "to_unit_id", "is_whole"),
          row ->
              new Move(
                  row.whole("year"),
                  row.text("kind"),
                  row.text("from_unit_id"),
                  row.text("to_unit_id"),
                  row.flag("is_whole")));

  private final List<LineageFile.Event> events;

  /**
   * Reads lineage.csv of the reference folder.
   *
   * @throws org.renxing.model.RenxingException CONFIGURATION where it is missing or wrong
   */
  public UnitLineage(Settings settings, LakeFiles files) {
    this(
        ReferenceFile.read(files, settings.referencePath() + "/lineage.csv"),
        DimUnit.unitFiles(settings, files));
  }

  private UnitLineage(ReferenceFile file, List<ReferenceFile> unitFiles) {
    super(List.of(file));
    Set<String> units = new HashSet<>();
    unitFiles.forEach(f -> f.rows().forEach(unit -> units.add(unit.text("unit_id"))));
    events = LineageFile.read(file, units);
  }

  /** All moves of territory between two units; few. */
  public static List<Move> moves(Inputs inputs) {
    return inputs.records(EVENTS).list().stream()
        .filter(event -> MOVES.contains(event.kind()))
        .toList();
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row an event by which a unit changed, and a unit it went to")
        .key("year", Type.INT, "First year in which the change is in force")
        .key(
            "kind",
            Type.STRING,
            "merge, split, carve_out, dissolve (territory moves); upgrade, rename, code_change (it"
                + " does not)")
        .key(
            "from_unit_id",
            Type.STRING,
            "Unit that gave; empty for one outside the list of units, named in the note")
        .key("to_unit_id", Type.STRING, "Unit that received; the same where no territory moved")
        .required("is_whole", Type.BOOLEAN, "", "Whether all of the giving unit went to this unit")
        .required("note", Type.STRING, "", "What happened, in words")
        .required("source", Type.STRING, "", "Where it is known from; see conf/reference/README.md")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .check(
            "territory moves between two units",
            "from_unit_id != to_unit_id OR NOT " + MOVES_TERRITORY)
        .check("the year is one of the calendar", "year BETWEEN 1949 AND 2200")
        .build();
  }

  @Override
  List<Row> rows() {
    return events.stream()
        .map(
            e ->
                RowFactory.create(
                    e.year(), e.kind(), e.from(), e.to(), e.isWhole(), e.note(), e.source()))
        .toList();
  }
}
