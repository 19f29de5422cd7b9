package org.renxing.index.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.inequality.GiniParts;
import org.renxing.inequality.GroupInequality;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.PairInequality;
import org.renxing.inequality.Reason;
import org.renxing.inequality.TheilParts;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A cell's indices as a row: the columns of gold.inequality_year, its groups and its pairs. */
final class InequalityRow {
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          measure string, grouping string, year int, n bigint, n_groups int, mean double,
          gini double, `within` double, `between` double, transvariation double,
          within_share double, between_share double, transvariation_share double,
          theil_t double, theil_t_within double, theil_t_between double,
          theil_l double, theil_l_within double, theil_l_between double,
          atkinson_05 double, atkinson_1 double, cv double, reason string,
          `groups` array<struct<group_value string, n bigint, mean double, gini double,
            population_share double, value_share double, theil_t double, theil_l double,
            reason string>>,
          pairs array<struct<group_a string, group_b string, higher_group string,
            gini_between double, d_jh double, p_jh double, relative_affluence double,
            `between` double, transvariation double, reason string>>
          """);

  private InequalityRow() {}

  static Row of(CellKey key, Inequality cell) {
    List<Object> out = new ArrayList<>(List.of(key.measure(), key.grouping(), key.year()));
    out.add(cell.size());
    out.add(cell.groups().size());
    out.add(orNull(cell.mean()));
    addGini(out, cell.gini());
    addTheil(out, cell.theilT());
    addTheil(out, cell.theilL());
    cell.atkinson().forEach(a -> out.add(orNull(a)));
    out.add(orNull(cell.variation()));
    out.add(orNull(cell.reason()));
    out.add(seq(cell.groups(), InequalityRow::group));
    out.add(seq(cell.pairs(), InequalityRow::pair));
    return RowFactory.create(out.toArray());
  }

  private static void addGini(List<Object> out, Optional<GiniParts> gini) {
    out.add(gini.map(GiniParts::gini).orElse(null));
    out.add(gini.map(GiniParts::within).orElse(null));
    out.add(gini.map(GiniParts::between).orElse(null));
    out.add(gini.map(GiniParts::transvariation).orElse(null));
    out.add(gini.map(g -> orNull(g.withinShare())).orElse(null));
    out.add(gini.map(g -> orNull(g.betweenShare())).orElse(null));
    out.add(gini.map(g -> orNull(g.transvariationShare())).orElse(null));
  }

  private static void addTheil(List<Object> out, Optional<TheilParts> theil) {
    out.add(theil.map(TheilParts::total).orElse(null));
    out.add(theil.map(TheilParts::within).orElse(null));
    out.add(theil.map(TheilParts::between).orElse(null));
  }

  private static Row group(GroupInequality group) {
    return RowFactory.create(
        group.name(),
        group.size(),
        group.mean(),
        orNull(group.gini()),
        group.populationShare(),
        orNull(group.valueShare()),
        orNull(group.theilT()),
        orNull(group.theilL()),
        orNull(group.reason()));
  }

  private static Row pair(PairInequality pair) {
    return RowFactory.create(
        pair.first(),
        pair.second(),
        pair.higher().orElse(null),
        orNull(pair.gini()),
        pair.above(),
        pair.below(),
        pair.affluence(),
        orNull(pair.between()),
        orNull(pair.transvariation()),
        orNull(pair.reason()));
  }

  private static <T> Seq<Row> seq(List<T> items, Function<T, Row> row) {
    return CollectionConverters.asScala(items.stream().map(row).toList()).toSeq();
  }

  private static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Object orNull(Reason reason) {
    return reason == Reason.NONE ? null : reason.name();
  }
}
