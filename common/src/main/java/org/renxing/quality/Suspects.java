package org.renxing.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.QualityPolicy;
import org.renxing.quality.panel.Figure;
import org.renxing.territory.Move;
import scala.Tuple2;

/** Spreads a {@link SuspectSearch} over a cluster: by indicator, by check, by unit and year. */
public final class Suspects {
  private static final StructType FIGURE =
      StructType.fromDDL(
          "unit_id string, year int, indicator_code string, value double, source_id string");
  private static final StructType CHECK = StructType.fromDDL("indicator_code string, check_no int");
  private static final StructType SUSPECT =
      StructType.fromDDL(
          "source_id string, unit_id string, year int, indicator_code string, value double,"
              + " kind string, expected_lower double, expected_upper double, confidence double,"
              + " evidence string, level string");

  /** Traces travel in parcels, several a partition so that partitions are alike. */
  private static final int PARCELS = 4;

  private static final Encoder<Tuple2<Integer, Traces>> PARCEL =
      Encoders.tuple(Encoders.INT(), Encoders.javaSerialization(Traces.class));

  private final SuspectSearch search;

  /** The search in a panel of units whose territory never moves. */
  public Suspects(QualityPolicy policy) {
    this(policy, List.of());
  }

  /**
   * The search.
   *
   * @param moves of territory, which explain why an area changes
   */
  public Suspects(QualityPolicy policy, List<Move> moves) {
    this.search = SuspectSearch.of(policy, moves);
  }

  /**
   * The suspects, lazily: source_id, unit_id, year, indicator_code, value, kind, expected_lower,
   * expected_upper (null where unknown), confidence in 0 to 1, evidence and level; one row a cell
   * and kind. One shuffle of the cells, one of those that checks of whole panels look at, and one
   * of what both leave; a task holds the cells of an indicator, or of a check, in memory.
   *
   * @param observations unit_id string, year int, indicator_code string, value double, source_id
   *     string; one row a cell (the values that count), finite
   */
  public Dataset<Row> of(Dataset<Row> observations) {
    int partitions = partitions(observations);
    int parcels = PARCELS * partitions;
    SuspectSearch own = search;
    Dataset<Row> figures =
        observations.select("unit_id", "year", "indicator_code", "value", "source_id");
    FlatMapGroupsFunction<String, Row, Tuple2<Integer, Traces>> indicator =
        (code, rows) -> parcels(own.ofIndicator(figures(rows)), parcels);
    Dataset<Tuple2<Integer, Traces>> traces =
        figures
            .repartition(partitions, col("indicator_code"))
            .groupBy("indicator_code")
            .as(Encoders.STRING(), Encoders.row(FIGURE))
            .flatMapGroups(indicator, PARCEL);
    if (!search.checks().isEmpty()) {
      traces = traces.union(ofChecks(figures, partitions));
    }
    FlatMapGroupsFunction<Integer, Tuple2<Integer, Traces>, Row> unitYears =
        (parcel, parts) -> rows(own, parts);
    return traces
        .repartition(partitions, col("_1"))
        .groupBy("_1")
        .as(Encoders.INT(), PARCEL)
        .flatMapGroups(unitYears, Encoders.row(SUSPECT));
  }

  private Dataset<Tuple2<Integer, Traces>> ofChecks(Dataset<Row> figures, int partitions) {
    List<Row> checks = new ArrayList<>();
    for (int k = 0; k < search.checks().size(); k++) {
      for (String code : search.checks().get(k).codes()) {
        checks.add(RowFactory.create(code, k));
      }
    }
    SuspectSearch own = search;
    int parcels = PARCELS * partitions;
    FlatMapGroupsFunction<Integer, Row, Tuple2<Integer, Traces>> check =
        (number, rows) -> parcels(own.ofCheck(number, figures(rows)), parcels);
    return figures
        .join(broadcast(figures.sparkSession().createDataFrame(checks, CHECK)), "indicator_code")
        .select("unit_id", "year", "indicator_code", "value", "source_id", "check_no")
        .repartition(partitions, col("check_no"))
        .groupBy("check_no")
        .as(Encoders.INT(), Encoders.row(FIGURE.add("check_no", "int")))
        .flatMapGroups(check, PARCEL);
  }

  /** The figures of a group; the few texts that they share are held once. */
  private static List<Figure> figures(Iterator<Row> rows) {
    Map<String, String> texts = new HashMap<>();
    List<Figure> out = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      String unit = texts.computeIfAbsent(row.getString(0), text -> text);
      String code = texts.computeIfAbsent(row.getString(2), text -> text);
      String source = texts.computeIfAbsent(row.getString(4), text -> text);
      out.add(new Figure(unit, row.getInt(1), code, row.getDouble(3), source));
    }
    return out;
  }

  private static Iterator<Tuple2<Integer, Traces>> parcels(Traces traces, int parcels) {
    List<Tuple2<Integer, Traces>> out = new ArrayList<>();
    traces
        .by(x -> Math.floorMod(Objects.hash(x.unit(), x.year()), parcels))
        .forEach((parcel, own) -> out.add(new Tuple2<>(parcel, own)));
    return out.iterator();
  }

  private static Iterator<Row> rows(SuspectSearch search, Iterator<Tuple2<Integer, Traces>> parts) {
    Traces all = new Traces();
    parts.forEachRemaining(part -> all.addAll(part._2()));
    return search.suspects(all).stream().map(Suspects::row).iterator();
  }

  private static Row row(Suspect suspect) {
    return RowFactory.create(
        suspect.sourceId(),
        suspect.unitId(),
        suspect.year(),
        suspect.indicatorCode(),
        suspect.value(),
        suspect.kind().label(),
        known(suspect.expectedLower()),
        known(suspect.expectedUpper()),
        suspect.confidence(),
        suspect.evidence(),
        suspect.level().name().toLowerCase(Locale.ROOT));
  }

  private static Double known(double x) {
    return Double.isNaN(x) ? null : Double.valueOf(x);
  }

  /** Stated, or adaptive execution would see a small panel and put it all on one core. */
  private static int partitions(Dataset<Row> frame) {
    return Integer.parseInt(frame.sparkSession().conf().get("spark.sql.shuffle.partitions"));
  }
}
