package org.renxing.jobs.gold.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.QualityPolicy;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.panel.SourceValue;
import org.renxing.panel.UnitSources;
import org.renxing.records.Records;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;

/**
 * gold.base_indicator_quality: how complete and how varied the columns of each source are, whether
 * or not a scenario uses them. It is about sources, so it is made once.
 */
public final class BaseIndicatorQuality implements TableTask {
  /** The table. */
  public static final TableName TABLE = TableName.gold("base_indicator_quality");

  /** Units of a year without which one figure for all of them says nothing. */
  static final int FEWEST_UNITS = 8;

  private final QualityPolicy policy;

  public BaseIndicatorQuality(QualityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a source and base indicator: how complete and how varied it is")
        .key("source_id", Type.STRING, "Source")
        .key("indicator_code", Type.STRING, "Base indicator")
        .required("n_years", Type.LONG, "years", "Years in which the source has it")
        .required(
            "n",
            Type.LONG,
            "unit-years",
            "Figures to expect: over the years of the source, the units of its fullest column")
        .required("n_missing", Type.LONG, "unit-years", "Of these without a figure")
        .required("missing_share", Type.DOUBLE, "0-1", "n_missing over n")
        .required("minimum", Type.DOUBLE, "", "Least figure")
        .required("maximum", Type.DOUBLE, "", "Largest figure")
        .required(
            "n_constant_years",
            Type.LONG,
            "years",
            "Years in which all units, at least " + FEWEST_UNITS + ", have one figure")
        .required(
            "flag",
            Type.STRING,
            "",
            "MISSING: missing_share is over quality.missing-share; CONSTANT: in some year; or"
                + " empty")
        .required("run_id", Type.STRING, "", "Run that made the row; see ops.run")
        .build();
  }

  @Override
  public List<TableName> inputs() {
    return List.copyOf(ObservedUnits.ALL.tables());
  }

  @Override
  public String configuration(String part) {
    return "missing-share " + policy.missingShare();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return rows(ObservedUnits.ALL.from(inputs), policy.missingShare(), spec());
  }

  /**
   * Counts all sources in one pass.
   *
   * @param units what is observed of each; of several vintages of a cell each counts for the range,
   *     and together they are one figure
   */
  static TableRows rows(Records<UnitSources> units, double missingShare, TableSpec spec) {
    return units
        .flatMap(SourceYear::of)
        .combined(SourceYear::key, SourceYear::sum)
        .groupedBy(SourceYear::key, SourceYear::sum)
        .groupedBy(SourceYear::source, (source, years) -> rows(source, years, missingShare))
        .rows(TableShape.of(spec, "run_id"), row -> List.of(row).iterator());
  }

  /** The rows of a source. */
  private static Iterator<Row> rows(String source, List<SourceYear> all, double missingShare) {
    TreeMap<Integer, Long> fullest = new TreeMap<>();
    TreeMap<String, List<SourceYear>> byCode = new TreeMap<>();
    for (SourceYear one : all) {
      fullest.merge(one.year(), one.units(), Math::max);
      byCode.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one);
    }
    long expected = fullest.values().stream().mapToLong(Long::longValue).sum();
    List<Row> out = new ArrayList<>();
    byCode.forEach((code, years) -> out.add(row(source, code, years, expected, missingShare)));
    return out.iterator();
  }

  private static Row row(
      String source, String code, List<SourceYear> years, long expected, double missingShare) {
    long missing = expected - years.stream().mapToLong(SourceYear::units).sum();
    double share = (double) missing / expected;
    long constant = years.stream().filter(SourceYear::isConstant).count();
    List<String> flags = new ArrayList<>();
    if (share > missingShare) {
      flags.add("MISSING");
    }
    if (constant > 0) {
      flags.add("CONSTANT");
    }
    return RowFactory.create(
        source,
        code,
        (long) years.size(),
        expected,
        missing,
        share,
        years.stream().mapToDouble(SourceYear::least).min().orElseThrow(),
        years.stream().mapToDouble(SourceYear::largest).max().orElseThrow(),
        constant,
        String.join(",", flags));
  }

  /** The figures of an indicator that a source gives for a year, or a part of them. */
  private record SourceYear(
      String source, String code, int year, long units, double least, double largest)
      implements Serializable {
    static Iterator<SourceYear> of(UnitSources unit) {
      TreeMap<String, SourceYear> out = new TreeMap<>();
      for (SourceValue x : unit.values()) {
        SourceYear one = new SourceYear(x.source(), x.code(), x.year(), 1, x.value(), x.value());
        out.merge(one.key(), one, (a, b) -> a.with(b, 1));
      }
      return out.values().iterator();
    }

    private SourceYear with(SourceYear other, long together) {
      return new SourceYear(
          source,
          code,
          year,
          together,
          Math.min(least, other.least),
          Math.max(largest, other.largest));
    }

    String key() {
      return source + "|" + code + "|" + year;
    }

    /** The parts of different units. */
    static Iterator<SourceYear> sum(String key, List<SourceYear> parts) {
      return List.of(parts.stream().reduce((a, b) -> a.with(b, a.units + b.units)).orElseThrow())
          .iterator();
    }

    boolean isConstant() {
      return units >= FEWEST_UNITS && least == largest;
    }
  }
}
