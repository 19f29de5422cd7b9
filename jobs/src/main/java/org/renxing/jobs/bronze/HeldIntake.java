package org.renxing.jobs.bronze;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.intake.FileRow;
import org.renxing.intake.FileRows;
import org.renxing.intake.RowForm;
import org.renxing.intake.TableLayout;
import org.renxing.intake.Tables;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;

/** Reads the tables of files into this JVM, as long as they are small. */
final class HeldIntake {
  /** Columns: what Spark reads, too, and what marks a row that came. */
  static final StructType ROW =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("row_number", DataTypes.LongType)
          .add("cells", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
          .add("defect", DataTypes.StringType)
          .add("row_hash", DataTypes.StringType)
          .add("is_removed", DataTypes.BooleanType);

  private static final int MOST_ROWS = 200_000;
  private static final int MOST_CELLS = 2_000_000;

  private final RowForm form;
  private final LakeFiles files;
  private final List<Row> rows = new ArrayList<>();
  private int cells;

  HeldIntake(RowForm form, LakeFiles files) {
    this.form = form;
    this.files = files;
  }

  /** A table of a file, and where it lies. */
  record Table(String name, String path, TableLayout layout) {}

  /** The rows of tables; empty where they are too many to be held here. */
  Optional<TableRows.Held> read(List<Table> tables) {
    for (Table table : tables) {
      if (!isRead(table)) {
        return Optional.empty();
      }
    }
    return Optional.of(new TableRows.Held(ROW, rows));
  }

  private boolean isRead(Table table) {
    String file = ReceivedRows.sourceFile(table.name(), table.layout());
    try (FileRows given =
        Tables.rows(new LakeBytes(table.name(), table.path(), files), table.layout(), form)) {
      while (given.hasNext()) {
        FileRow row = given.next();
        cells += row.cells().size();
        if (rows.size() == MOST_ROWS || cells > MOST_CELLS) {
          return false;
        }
        rows.add(row(file, row));
      }
    }
    return true;
  }

  private static Row row(String file, FileRow row) {
    Map<String, String> texts = new LinkedHashMap<>();
    row.cells().forEach((label, text) -> texts.put(stored(label), stored(text)));
    Optional<String> defect = row.defect().map(HeldIntake::stored);
    return RowFactory.create(
        stored(file), row.number(), texts, defect.orElse(null), RowHash.of(texts, defect), false);
  }

  /** A text as it is stored: what is no Unicode, half a surrogate pair, becomes a question mark. */
  private static String stored(String text) {
    return text == null || text.chars().noneMatch(c -> Character.isSurrogate((char) c))
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
