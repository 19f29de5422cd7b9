package org.renxing.territory;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.model.Scenario;
import org.renxing.model.Statistic;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether figures of two years are about the same territory (methods: panel, shrinkage).
 *
 * <p>A span is its years after the first and up to the last: what moved in the first year is in the
 * figures of the first year already. The columns that this class makes stand on rows from {@link
 * #onto}.
 */
public final class Boundaries {
  /** Flags: nothing moved; all figures are about one territory; wholes were added; a break. */
  public static final String NONE = "none";

  public static final String ADJUSTED = "adjusted";
  public static final String MERGED = "merged";
  public static final String BREAK = "break";

  /** Why there is no figure or verdict over a break. */
  public static final String BOUNDARY_BREAK = "BOUNDARY_BREAK";

  private static final String EVENTS = "territory_events";
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "unit_id string, "
              + EVENTS
              + " array<struct<year:int,text:string,is_own:boolean,is_inner:boolean,is_end:boolean>>");

  private final Map<String, List<UnitEvent>> events;
  private final Map<Statistic, Basis> bases;

  private Boundaries(Map<String, List<UnitEvent>> events, Map<Statistic, Basis> bases) {
    this.events = Map.copyOf(events);
    this.bases = Map.copyOf(bases);
  }

  /**
   * Those of moves.
   *
   * @param lastYear merges after it count as if there were none: until then both units stand beside
   *     each other
   * @param bases of the statistics; one that is not named is as reported
   */
  public static Boundaries of(List<Move> moves, int lastYear, Map<Statistic, Basis> bases) {
    return new Boundaries(UnitEvent.byUnit(moves, lastYear), bases);
  }

  /** Those that a scenario's statistics see. */
  public static Boundaries of(Scenario scenario, List<Move> moves) {
    return of(moves, scenario.years().last(), Basis.of(scenario));
  }

  /** Adds what befell each row's unit. */
  public Dataset<Row> onto(Dataset<Row> rows) {
    List<Row> units = new ArrayList<>();
    events.forEach((unit, list) -> units.add(RowFactory.create(unit, structs(list))));
    return rows.join(
        broadcast(rows.sparkSession().createDataFrame(units, SCHEMA)),
        CollectionConverters.asScala(List.of("unit_id")).toSeq(),
        "left");
  }

  /** Takes away again what {@link #onto} adds. */
  public static Dataset<Row> off(Dataset<Row> rows) {
    return rows.drop(EVENTS);
  }

  private static List<Row> structs(List<UnitEvent> events) {
    return events.stream()
        .map(e -> RowFactory.create(e.year(), e.text(), e.isOwn(), e.isInner(), e.isEnd()))
        .toList();
  }

  /** The bases of statistics, each once. */
  public Set<Basis> bases(Statistic... statistics) {
    EnumSet<Basis> out = EnumSet.noneOf(Basis.class);
    Arrays.stream(statistics).forEach(s -> out.add(bases.getOrDefault(s, Basis.AS_REPORTED)));
    return out;
  }

  /** The flag of what is made of statistics of both years of a span. */
  public Column flag(Column from, Column to, Statistic... statistics) {
    return flag(from, to, bases(statistics));
  }

  /** Whether such figures can be compared: all but a break. */
  public Column isComparable(Column from, Column to, Statistic... statistics) {
    return isComparable(from, to, bases(statistics));
  }

  /** What moved, in words, as far as it touches the statistics; null for nothing. */
  public Column text(Column from, Column to, Statistic... statistics) {
    return text(from, to, bases(statistics));
  }

  /** Whether a statistic of a year is the sum of units of which some pass over later. */
  public Column isSum(Column year, Statistic statistic) {
    return lit(bases(statistic).contains(Basis.MERGED))
        .and(any(year, lit(Integer.MAX_VALUE), e -> e.getField("is_inner")));
  }

  /**
   * The flag of figures on these bases: break where one of them breaks; else merged where wholes
   * were added to one; else adjusted where the territory of one is fixed.
   */
  public static Column flag(Column from, Column to, Set<Basis> bases) {
    Column own = any(from, to, e -> e.getField("is_own"));
    return when(not(isComparable(from, to, bases)), BREAK)
        .when(lit(bases.contains(Basis.MERGED)).and(any(from, to, e -> lit(true))), MERGED)
        .when(lit(bases.contains(Basis.FIXED)).and(own), ADJUSTED)
        .otherwise(NONE);
  }

  /** Whether figures on these bases can be compared; never null. */
  public static Column isComparable(Column from, Column to, Set<Basis> bases) {
    Column out = lit(true);
    if (bases.contains(Basis.AS_REPORTED)) {
      out = out.and(not(any(from, to, e -> e.getField("is_own"))));
    }
    if (bases.contains(Basis.MERGED)) {
      out = out.and(not(any(from, to, e -> not(e.getField("is_inner")))));
    }
    return out;
  }

  /** What moved, in words: of the unit itself, and of its family where totals are added. */
  public static Column text(Column from, Column to, Set<Basis> bases) {
    Column all = within(from, to);
    Column seen = bases.contains(Basis.MERGED) ? all : filter(all, e -> e.getField("is_own"));
    return when(size(seen).gt(0), array_join(transform(seen, e -> e.getField("text")), "; "));
  }

  /** Whether the unit itself ended within a span; never null. */
  public static Column isEnd(Column from, Column to) {
    return any(from, to, e -> e.getField("is_end"));
  }

  private static Column any(Column from, Column to, UnaryOperator<Column> what) {
    return coalesce(exists(within(from, to), what::apply), lit(false));
  }

  private static Column within(Column from, Column to) {
    return filter(col(EVENTS), e -> e.getField("year").gt(from).and(e.getField("year").leq(to)));
  }
}
