package org.renxing.jobs.bronze;

import static org.apache.spark.sql.functions.regexp_replace;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import org.renxing.intake.FileRow;
import org.renxing.intake.FileRows;
import org.renxing.intake.RowForm;
import org.renxing.intake.TableLayout;
import org.renxing.intake.Tables;
import org.renxing.lake.LakeFiles;
import scala.jdk.javaapi.CollectionConverters;

/** Reads one table of a file as a stream of rows (source_file, row_number, cells, defect). */
final class ReceivedRows implements FlatMapFunction<Row, Row> {
  /** A table and its layout. */
  static final StructType TABLE =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("path", DataTypes.StringType)
          .add("table", DataTypes.StringType)
          .add("charset", DataTypes.StringType)
          .add("labels", DataTypes.createArrayType(DataTypes.StringType))
          .add("data_from", DataTypes.LongType)
          .add("year", DataTypes.StringType);

  private static final long serialVersionUID = 1L;

  /** Between the names of a file and of its sheet, as in references of spreadsheets. */
  private static final String SHEET = "!";

  private static final String OF_SHEET = "(?i)(?<=\\.xls[xm])!.*$";
  private final RowForm form;

  ReceivedRows(RowForm form) {
    this.form = form;
  }

  /** A row of {@link #TABLE}. */
  static Row table(String name, String path, TableLayout layout) {
    return RowFactory.create(
        name,
        path,
        layout.table(),
        layout.charset(),
        layout.labels().toArray(String[]::new),
        layout.dataFrom(),
        layout.year());
  }

  /** What is called source_file: the file, and in a workbook the sheet. */
  static String sourceFile(String name, TableLayout layout) {
    return layout.table().isEmpty() ? name : name + SHEET + layout.table();
  }

  /** The same of a text. */
  static String fileName(String sourceFile) {
    return sourceFile.replaceFirst(OF_SHEET, "");
  }

  /** The name of the file in a source_file, which in a workbook names the sheet too. */
  static Column fileName(Column sourceFile) {
    return regexp_replace(sourceFile, OF_SHEET, "");
  }

  @Override
  public Iterator<Row> call(Row table) {
    List<String> labels = table.getList(4);
    TableLayout layout =
        new TableLayout(
            table.getString(2), table.getString(3), labels, table.getLong(5), table.getString(6));
    var hadoop = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    String name = table.getString(0);
    FileRows rows =
        Tables.rows(new LakeBytes(name, table.getString(1), new LakeFiles(hadoop)), layout, form);
    if (TaskContext.get() != null) {
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
    }
    String file = sourceFile(name, layout);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        FileRow row = rows.next();
        return RowFactory.create(
            file,
            row.number(),
            CollectionConverters.asScala(row.cells()),
            row.defect().orElse(null));
      }
    };
  }
}
