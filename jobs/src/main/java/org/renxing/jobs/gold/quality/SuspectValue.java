package org.renxing.jobs.gold.quality;

import static org.renxing.measure.Cells.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.UnitBoundaries;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.Lake;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.QualityPolicy;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.panel.SourceValue;
import org.renxing.panel.UnitSources;
import org.renxing.quality.FigureGroup;
import org.renxing.quality.Suspect;
import org.renxing.quality.Suspects;
import org.renxing.quality.panel.Figure;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Inputs;
import org.renxing.run.Needs;
import org.renxing.run.TableTask;
import org.renxing.territory.UnitDirectory;

/**
 * gold.suspect_value: figures of sources that look wrong. It is about sources, so it is made once,
 * not by scenario.
 */
public final class SuspectValue implements TableTask {
  /** The table. */
  public static final TableName TABLE = TableName.gold("suspect_value");

  private static final String CONTENT = "suspects of ";

  private static final Needs NEEDS =
      new Needs(TABLE, List.of(ObservedUnits.ALL, Units.DIRECTORY, UnitBoundaries.MOVES));

  private final QualityPolicy policy;

  public SuspectValue(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a figure of a source that looks wrong, and in what way")
        .key("source_id", Type.STRING, "Source")
        .with(GoldTable::unitYear)
        .key("indicator_code", Type.STRING, "Base indicator")
        .required("value", Type.DOUBLE, "", "Value in the unit of measure of the base indicator")
        .key(
            "kind",
            Type.STRING,
            "spike, level-break, power-of-ten, row-shift, column-swap, scope, identity, range,"
                + " repeated, copied, shared or peer-level")
        .optional("expected_lower", Type.DOUBLE, "", "Least value to be expected; null = not known")
        .optional(
            "expected_upper", Type.DOUBLE, "", "Largest value to be expected; null = not known")
        .required("confidence", Type.DOUBLE, "0-1", "How sure; see docs/methods/quality.md")
        .required("evidence", Type.STRING, "", "The figures that were compared")
        .required(
            "level",
            Type.STRING,
            "",
            "warn; quarantine = counts in no scenario; fail = ends the run")
        .required("run_id", Type.STRING, "", "Run that made the row; see ops.run")
        .check("no suspect is of level fail", "level <> 'fail'")
        .build();
  }

  @Override
  public List<TableName> inputs() {
    return NEEDS.tables();
  }

  @Override
  public String configuration(String part) {
    return policy.toString();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    StructType shape = TableShape.of(spec(), "run_id");
    if (!policy.isEnabled()) {
      return new TableRows.Held(shape, List.of());
    }
    Given given = NEEDS.given(inputs);
    UnitDirectory units = given.get(Units.DIRECTORY);
    return new Suspects(policy, given.get(UnitBoundaries.MOVES))
        .of(given.get(ObservedUnits.ALL).flatMap(SuspectValue::preferred))
        .rowEach(shape, suspect -> row(suspect, units));
  }

  /** The figures of a unit that count, by indicator. */
  private static Iterator<FigureGroup> preferred(UnitSources unit) {
    Map<String, List<Figure>> out = new TreeMap<>();
    for (SourceValue x : unit.values()) {
      if (x.isPreferred()) {
        out.computeIfAbsent(x.code(), code -> new ArrayList<>())
            .add(new Figure(unit.unitId(), x.year(), x.code(), x.value(), x.source()));
      }
    }
    return out.entrySet().stream().map(e -> new FigureGroup(e.getKey(), e.getValue())).iterator();
  }

  private static Row row(Suspect suspect, UnitDirectory units) {
    return RowFactory.create(
        suspect.sourceId(),
        suspect.unitId(),
        units.name(suspect.unitId()),
        units.nameEn(suspect.unitId()),
        suspect.year(),
        suspect.indicatorCode(),
        suspect.value(),
        suspect.kind().label(),
        number(suspect.expectedLower()),
        number(suspect.expectedUpper()),
        suspect.confidence(),
        suspect.evidence(),
        suspect.level().name().toLowerCase(Locale.ROOT));
  }

  /** A hash of the suspects of each indicator, so that scenarios see what concerns them. */
  @Override
  public Map<String, String> notes(Inputs inputs) {
    Lake lake = inputs.lake();
    Records<SuspectHashes.Mark> written =
        lake.few(TABLE, lake.version(TABLE).orElseThrow(), Optional.empty())
            .map(SuspectHashes.ROWS::of)
            .orElseGet(() -> SuspectHashes.ROWS.of(lake.read(TABLE)));
    SuspectHashes hashes = written.reduce(SuspectHashes::new);
    Map<String, String> out = new TreeMap<>();
    hashes.byIndicator().forEach((code, hash) -> out.put(CONTENT + code, Long.toHexString(hash)));
    return out;
  }

  /** The suspects of some base indicators. */
  public static String contentOf(TableState state, Collection<String> codes) {
    SortedMap<String, String> contents = new TreeMap<>();
    codes.forEach(code -> contents.put(code, state.notes().getOrDefault(CONTENT + code, "none")));
    return contents.toString();
  }
}
