package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.silver.Quarantine;
import org.renxing.lake.Lake;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.UnitOfMeasure;

/** What sources say about base indicators of units and years: two Spark jobs. */
final class SourceEvidence {
  private final Lake lake;
  private final Settings settings;
  private final CollectedRows silver;
  private final Map<String, List<Fields>> bronze = new TreeMap<>();

  /**
   * Reads observations, cells set aside, and the bronze rows behind the observations.
   *
   * @param observations rows of silver.observation, at the version that the panel was made from
   * @param isCell the cells wanted, as a condition on unit_id, year and indicator_code
   */
  SourceEvidence(Lake lake, Settings settings, Dataset<Row> observations, Column isCell) {
    this.lake = lake;
    this.settings = settings;
    CollectedRows found = new CollectedRows().add("observation", observations.where(isCell));
    if (lake.isThere(Quarantine.TABLE)) {
      found.add("aside", lake.read(Quarantine.TABLE).where(isCell));
    }
    silver = found.read();
    readBronze();
  }

  /** The cells of base indicators of a unit and year. */
  static Column cells(String unit, int year, Collection<String> codes) {
    return col("unit_id")
        .equalTo(unit)
        .and(col("year").equalTo(year))
        .and(col("indicator_code").isin(codes.toArray()));
  }

  private void readBronze() {
    Map<String, Column> wanted = new TreeMap<>();
    for (Fields o : silver.rows("observation")) {
      Column place =
          col("source_file")
              .equalTo(o.key("source_file"))
              .and(col("row_number").equalTo(o.count("row_number")));
      wanted.merge(o.key("source_id"), place, Column::or);
    }
    CollectedRows received = new CollectedRows();
    wanted.forEach(
        (source, places) ->
            bronzeOf(source)
                .ifPresent(
                    table ->
                        received.add(
                            source,
                            lake.read(table)
                                .where(places.and(col("is_removed").equalTo(lit(false)))))));
    received.read();
    wanted.keySet().forEach(source -> bronze.put(source, received.rows(source)));
  }

  private Optional<TableName> bronzeOf(String source) {
    return Optional.ofNullable(settings.sources().get(source))
        .map(BronzeTables::name)
        .filter(lake::isThere);
  }

  /** The sources of a base indicator, the one that counts first. */
  List<BaseTrace.SourceValue> sources(String unit, int year, String code) {
    List<BaseTrace.SourceValue> out = new ArrayList<>();
    for (Fields o : silver.rows("observation")) {
      if (isOf(o, unit, year, code)) {
        out.add(sourceValue(o));
      }
    }
    out.sort(
        Comparator.comparing((BaseTrace.SourceValue v) -> !v.isPreferred())
            .thenComparing(BaseTrace.SourceValue::precedence)
            .thenComparing(BaseTrace.SourceValue::sourceId));
    return out;
  }

  /** The value that counts; empty where no source gives one. */
  Optional<Double> observed(String unit, int year, String code) {
    return sources(unit, year, code).stream()
        .filter(BaseTrace.SourceValue::isPreferred)
        .findFirst()
        .map(BaseTrace.SourceValue::value);
  }

  private static boolean isOf(Fields row, String unit, int year, String code) {
    return row.key("unit_id").equals(unit)
        && row.count("year") == year
        && row.key("indicator_code").equals(code);
  }

  /** Cells of a base indicator that were received and not used. */
  List<BaseTrace.SetAside> setAside(String unit, int year, String code) {
    return silver.rows("aside").stream()
        .filter(q -> isOf(q, unit, year, code))
        .map(
            q ->
                new BaseTrace.SetAside(
                    q.key("source_id"),
                    q.key("source_file"),
                    q.count("row_number"),
                    q.key("column_label"),
                    q.text("value_text"),
                    q.key("reason_code"),
                    q.key("reason")))
        .toList();
  }

  private BaseTrace.SourceValue sourceValue(Fields o) {
    Optional<SourceSpec> spec = Optional.ofNullable(settings.sources().get(o.key("source_id")));
    Optional<Fields> row = spec.flatMap(s -> rowBehind(s, o));
    return new BaseTrace.SourceValue(
        o.key("source_id"),
        o.is("is_preferred"),
        o.whole("precedence").orElse(0),
        o.key("source_file"),
        o.count("row_number"),
        o.key("column_label"),
        row.map(r -> receipt(spec.orElseThrow(), r)),
        row.flatMap(r -> cell(spec.orElseThrow(), o, r)),
        o.key("value_text"),
        Figures.parse(o.key("value_text")),
        spec.flatMap(s -> conversion(s, o)),
        o.number("value").orElse(Double.NaN),
        o.number("value_as_received"),
        o.is("is_corrected") ? Optional.of("CORRECTED") : Optional.empty(),
        o.text("vintage").filter(v -> !v.isBlank()));
  }

  /** The newest bronze row at that place which holds the text. */
  private Optional<Fields> rowBehind(SourceSpec spec, Fields o) {
    return bronze.get(o.key("source_id")).stream()
        .filter(r -> r.key("source_file").equals(o.key("source_file")))
        .filter(r -> r.count("row_number") == o.count("row_number"))
        .filter(r -> cell(spec, o, r).map(String::strip).equals(o.text("value_text")))
        .max(Comparator.comparing(r -> r.count("ingest_seq")));
  }

  private static Optional<String> cell(SourceSpec spec, Fields o, Fields row) {
    String column =
        spec.longColumns().map(SourceSpec.LongColumns::valueColumn).orElse(o.key("column_label"));
    return row.inside("cells").text(column);
  }

  private static BaseTrace.Receipt receipt(SourceSpec spec, Fields row) {
    return new BaseTrace.Receipt(
        BronzeTables.name(spec).toString(),
        row.inside("cells").text(spec.unitColumn()),
        row.inside("cells").text(spec.yearColumn()),
        row.whole("ingest_seq").orElse(0),
        row.key("ingested_at"),
        row.key("run_id"));
  }

  /** The factors by which silver converts; one of them is 1. */
  private Optional<BaseTrace.Conversion> conversion(SourceSpec spec, Fields o) {
    SourceSpec.Mapping mapping = spec.mappings().get(o.key("column_label"));
    BaseIndicator indicator = settings.baseIndicators().get(o.key("indicator_code"));
    if (mapping == null || indicator == null) {
      return Optional.empty();
    }
    UnitOfMeasure from = settings.unitsOfMeasure().get(mapping.unitOfMeasure());
    UnitOfMeasure to = settings.unitsOfMeasure().get(indicator.unitOfMeasure());
    boolean isLarger = from.factor() > to.factor();
    return Optional.of(
        new BaseTrace.Conversion(
            from.name(),
            to.name(),
            isLarger ? from.factor() / to.factor() : 1,
            isLarger ? 1 : to.factor() / from.factor()));
  }
}
