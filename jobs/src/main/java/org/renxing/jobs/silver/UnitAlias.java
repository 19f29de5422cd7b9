package org.renxing.jobs.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.translate;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableState;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;

/** Every text by which a unit may be called, with the years in which it may. */
public final class UnitAlias implements TableTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("unit_alias");

  private static final int FOR_EVER = 9999;
  private static final StructType ALIAS =
      new StructType()
          .add("alias", DataTypes.StringType)
          .add("unit_id", DataTypes.StringType)
          .add("valid_from", DataTypes.IntegerType)
          .add("valid_to", DataTypes.IntegerType);

  private final ReferenceFile aliases;

  public UnitAlias(Settings settings, LakeFiles files) {
    aliases = ReferenceFile.read(files, settings.referencePath() + "/aliases.csv");
  }

  /** The form in which names are compared: no spaces, half-width, lower case. */
  static Column key(Column text) {
    Column halfWidth =
        translate(
            text,
            "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ（）’",
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ()'");
    return lower(regexp_replace(halfWidth, "[\\s\\u3000\\u00A0]+", ""));
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a name or code, unit and span of years in which it means that unit")
        .key("alias", Type.STRING, "Name or code: no spaces, half-width, lower case")
        .key("unit_id", Type.STRING, "Unit")
        .key("valid_from", Type.INT, "First year")
        .required("valid_to", Type.INT, "", "Last year; 9999 = still valid")
        .required(
            "rank",
            Type.INT,
            "",
            "1 for cities and prefectures, 2 for provinces: the lower wins where a name means both")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public List<TableName> inputs() {
    return List.of(DimUnit.TABLE);
  }

  @Override
  public List<String> parts() {
    return List.of(TableState.WHOLE);
  }

  @Override
  public String configuration(String part) {
    return Fingerprint.of(aliases.text());
  }

  /**
   * Names of a period hold for the unit's whole life, since sources give today's names to old years
   * and the other way round; so does today's code. An old code ends with its period.
   */
  @Override
  public Dataset<Row> build(String part, Inputs inputs) {
    Dataset<Row> units =
        inputs.read(DimUnit.TABLE).withColumn("to", coalesce(col("valid_to"), lit(FOR_EVER)));
    Dataset<Row> lives =
        units.groupBy("unit_id").agg(min("valid_from").as("born"), max("to").as("ended"));
    Column stem = regexp_replace(col("name_zh"), "(市|地区|盟|自治州)$", "");
    Dataset<Row> names =
        units
            .join(lives, "unit_id")
            .select(
                explode(array(col("unit_id"), col("name_zh"), stem, col("name_en"))).as("alias"),
                col("unit_id"),
                col("born").as("valid_from"),
                col("ended").as("valid_to"));
    Dataset<Row> codes =
        units
            .where(col("code").notEqual(col("unit_id")))
            .select(
                col("code").as("alias"),
                col("unit_id"),
                col("valid_from"),
                col("to").as("valid_to"));
    Dataset<Row> ranks =
        units
            .groupBy("unit_id")
            .agg(
                max(org.apache
                        .spark
                        .sql
                        .functions
                        .when(col("level").equalTo("province"), 2)
                        .otherwise(1))
                    .as("rank"));
    return names
        .unionByName(codes)
        .unionByName(inputs.spark().createDataFrame(listed(), ALIAS))
        .where(col("alias").isNotNull())
        .withColumn("alias", key(col("alias")))
        .groupBy("alias", "unit_id", "valid_from")
        .agg(max("valid_to").as("valid_to"))
        .join(ranks, "unit_id")
        .coalesce(1);
  }

  /**
   * Aliases folded to one row a name: {@code alias, candidates: array of (unit_id, from, to,
   * rank)}.
   */
  static Dataset<Row> candidates(Dataset<Row> aliases) {
    return aliases
        .groupBy("alias")
        .agg(
            array_sort(
                    collect_set(
                        struct(col("rank"), col("unit_id"), col("valid_from"), col("valid_to"))))
                .as("candidates"));
  }

  private List<Row> listed() {
    List<Row> rows = new ArrayList<>();
    aliases
        .rows()
        .forEach(
            a ->
                rows.add(
                    RowFactory.create(
                        a.getField("alias"),
                        a.getField("unit_id"),
                        Integer.valueOf(a.getField("valid_from")),
                        a.getField("valid_to").isBlank()
                            ? (Integer) FOR_EVER
                            : Integer.valueOf(a.getField("valid_to")))));
    return rows;
  }
}
