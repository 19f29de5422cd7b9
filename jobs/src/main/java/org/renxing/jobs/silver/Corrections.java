package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reviewed corrections of single values, from CSV files with the columns source_id, unit_id, year,
 * indicator_code, value, reason, evidence, date, reviewer. They are the only thing that changes a
 * value. The value is in the unit of the base indicator; an empty one sets the cell aside.
 */
public final class Corrections {
  static final List<String> KEY = List.of("source_id", "unit_id", "year", "indicator_code");

  private static final StructType ROW =
      new StructType()
          .add("source_id", DataTypes.StringType)
          .add("unit_id", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("indicator_code", DataTypes.StringType)
          .add("corrected_value", DataTypes.DoubleType)
          .add("correction_reason", DataTypes.StringType)
          .add("evidence", DataTypes.StringType)
          .add("corrected_on", DataTypes.StringType)
          .add("reviewer", DataTypes.StringType)
          .add("place", DataTypes.StringType);

  private final List<Row> rows;
  private final String text;

  private Corrections(List<Row> rows, String text) {
    this.rows = List.copyOf(rows);
    this.text = text;
  }

  /**
   * Reads the files that the configuration names.
   *
   * @throws RenxingException CONFIGURATION with all that is wrong in them
   */
  public static Corrections read(Settings settings, LakeFiles files) {
    List<String> problems = new ArrayList<>();
    Map<List<Object>, String> places = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String path : settings.correctionFiles()) {
      ReferenceFile file = ReferenceFile.read(files, path, "corrections.files");
      text.append(file.text());
      for (NamedCsvRecord line : file.rows()) {
        String place = path.replaceFirst(".*/", "") + " line " + line.getStartingLineNumber();
        CorrectionLine read = new CorrectionLine(line, place, settings);
        problems.addAll(read.problems());
        if (read.problems().isEmpty()) {
          Row row = read.row();
          List<Object> key = List.of(row.get(0), row.get(1), row.get(2), row.get(3));
          String before = places.putIfAbsent(key, place);
          if (before != null) {
            problems.add(place + ": corrects the same cell as " + before);
          }
          rows.add(row);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "corrections:\n  " + String.join("\n  ", problems));
    }
    return new Corrections(rows, text.toString());
  }

  /** All that they say, for fingerprints. */
  String text() {
    return text;
  }

  /** One row a correction. */
  Dataset<Row> frame(SparkSession spark) {
    return spark.createDataFrame(rows, ROW);
  }

  /** Cells with value corrected, and value_as_received, is_corrected and correction_reason. */
  Dataset<Row> applied(Dataset<Row> cells, SparkSession spark) {
    Dataset<Row> received = cells.withColumn("value_as_received", col("value"));
    if (rows.isEmpty()) {
      return received
          .withColumn("is_corrected", lit(false))
          .withColumn("correction_reason", lit(null).cast("string"));
    }
    Dataset<Row> known =
        frame(spark)
            .drop("evidence", "corrected_on", "reviewer", "place")
            .withColumn("is_corrected", lit(true));
    Column value = when(col("is_corrected"), col("corrected_value")).otherwise(col("value"));
    return received
        .join(broadcast(known), CollectionConverters.asScala(KEY).toSeq(), "left")
        .withColumn("is_corrected", coalesce(col("is_corrected"), lit(false)))
        .withColumn("value", value)
        .drop("corrected_value");
  }
}
