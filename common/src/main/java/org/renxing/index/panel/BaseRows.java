package org.renxing.index.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.column.Finite;
import org.renxing.panel.BaseCell;
import org.renxing.panel.BaseMark;
import org.renxing.panel.PanelGrid;
import org.renxing.panel.UnitBase;

/** The rows of {@link BaseValues}, and the units that some of them make. */
final class BaseRows {
  static final Encoder<Row> ENCODER =
      Encoders.row(
          StructType.fromDDL(
              "unit_id string, year int, indicator_code string, value double, source_id string,"
                  + " is_corrected boolean not null, is_doubtful boolean not null, cause string,"
                  + " is_merged boolean not null, is_deflated boolean not null"));

  private final PanelGrid grid;
  private final Map<String, UnitBase> units = new TreeMap<>();

  /** Packs rows of several units along one grid that holds them all. */
  BaseRows(Iterator<Row> rows) {
    Map<String, List<BaseCell>> cells = new TreeMap<>();
    Set<Integer> years = new TreeSet<>();
    Set<String> codes = new TreeSet<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      BaseCell cell = cell(row);
      years.add(cell.year());
      codes.add(cell.code());
      cells.computeIfAbsent(row.getString(0), unit -> new ArrayList<>()).add(cell);
    }
    grid = new PanelGrid(years, codes);
    cells.forEach((unit, list) -> units.put(unit, UnitBase.of(grid, unit, "", list)));
  }

  /** Observations as values that nothing was done to yet. */
  static Dataset<Row> untouched(Dataset<Row> observations) {
    return observations.select(
        col("unit_id"),
        col("year").cast("int").as("year"),
        col("indicator_code"),
        Finite.orNull(col("value").cast("double")).as("value"),
        col("source_id"),
        coalesce(col("is_corrected"), lit(false)).as("is_corrected"),
        coalesce(col("is_doubtful"), lit(false)).as("is_doubtful"),
        lit(null).cast("string").as("cause"),
        lit(false).as("is_merged"),
        lit(false).as("is_deflated"));
  }

  /** Brings rows together by the unit that needs them, which a column after theirs names. */
  static KeyValueGroupedDataset<String, Row> by(Column unit, Dataset<Row> rows) {
    return rows.groupBy(unit).as(Encoders.STRING(), Encoders.row(rows.schema()));
  }

  PanelGrid grid() {
    return grid;
  }

  Map<String, UnitBase> units() {
    return units;
  }

  /** A unit; one without rows where it has none. */
  UnitBase unit(String unitId) {
    return units.containsKey(unitId) ? units.get(unitId) : UnitBase.of(grid, unitId, "", List.of());
  }

  /** The rows of a unit along the grid. */
  Iterator<Row> rows(UnitBase unit) {
    return unit.cells(grid).stream().map(cell -> row(unit.unitId(), cell)).iterator();
  }

  private static BaseCell cell(Row row) {
    Set<BaseMark> marks = EnumSet.noneOf(BaseMark.class);
    add(marks, row.getBoolean(5), BaseMark.CORRECTED);
    add(marks, row.getBoolean(6), BaseMark.DOUBTFUL);
    add(marks, row.getBoolean(8), BaseMark.MERGED);
    add(marks, row.getBoolean(9), BaseMark.DEFLATED);
    return new BaseCell(
        row.getInt(1),
        row.getString(2),
        row.isNullAt(3) ? Double.NaN : row.getDouble(3),
        row.isNullAt(4) ? "" : row.getString(4),
        row.isNullAt(7) ? "" : row.getString(7),
        marks);
  }

  private static void add(Collection<BaseMark> marks, boolean holds, BaseMark mark) {
    if (holds) {
      marks.add(mark);
    }
  }

  private static Row row(String unitId, BaseCell cell) {
    return RowFactory.create(
        unitId,
        cell.year(),
        cell.code(),
        PanelRows.number(cell.value()),
        cell.source().isEmpty() ? null : cell.source(),
        cell.marks().contains(BaseMark.CORRECTED),
        cell.marks().contains(BaseMark.DOUBTFUL),
        cell.cause().isEmpty() ? null : cell.cause(),
        cell.marks().contains(BaseMark.MERGED),
        cell.marks().contains(BaseMark.DEFLATED));
  }
}
