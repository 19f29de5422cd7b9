package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.gold.panel.AdjustedBase;
import org.renxing.model.Adjustment;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Scenario;
import org.renxing.panel.Merge;
import org.renxing.run.Inputs;

/**
 * What a scenario's adjustment makes of the base values of a unit and year, and the parts it is
 * made of: a few Spark jobs. Values and price levels are what the panel's own code gives; units
 * that passed over are in the form in which sources report them.
 */
final class AdjustmentEvidence {
  private final Adjustment adjustment;
  private final Trace.Unit unit;
  private final int year;
  private final List<Merge> merges;
  private final CollectedRows found = new CollectedRows();

  /**
   * Reads the adjusted values.
   *
   * @param inputs silver as the panel was made from it; it is narrowed to the cells read here
   * @param codes base indicators that enter expressions
   */
  AdjustmentEvidence(
      Scenario scenario, Inputs inputs, Trace.Unit unit, int year, Collection<String> codes) {
    this.adjustment = scenario.adjustment();
    this.unit = unit;
    this.year = year;
    AdjustedBase base = new AdjustedBase(scenario, inputs);
    this.merges =
        adjustment.boundaries() == Adjustment.Boundaries.MERGED
            ? base.merges().stream().filter(this::isPart).toList()
            : List.of();
    List<String> ids = new ArrayList<>(List.of(unit.unitId()));
    merges.forEach(m -> ids.add(m.from()));
    Dataset<Row> units = base.units();
    Dataset<Row> own = units.where(col("unit_id").equalTo(unit.unitId()));
    Dataset<Row> province = own.select(col("province_code").as("unit_id"));
    found
        .add("unit", units.where(col("unit_id").isin(ids.toArray())))
        .add("unit", units.join(province, "unit_id"))
        .read();
    Column isCell = cell(List.of(unit.unitId()), Set.of(year), codes);
    found.add("adjusted", base.values(isCell.or(parts())).where(isCell.or(isLevel()))).read();
  }

  private boolean isPart(Merge merge) {
    return merge.to().equals(unit.unitId()) && year < merge.year();
  }

  /** The cells of silver.observation that are parts of the adjusted values. */
  Column parts() {
    List<String> from = merges.stream().map(Merge::from).toList();
    return cell(from, Set.of(year), adjustment.additive()).or(isLevel());
  }

  /** The cells of the deflator that bring the unit's money of the year to other prices. */
  private Column isLevel() {
    Set<Integer> years = new TreeSet<>();
    adjustment.prices().ifPresent(p -> years.add(p.year()));
    adjustment.deflated().forEach(code -> years.add(priceYear(code)));
    List<String> deflator = adjustment.prices().stream().map(Adjustment.Prices::deflator).toList();
    return cell(seriesUnits(), years, deflator);
  }

  private static Column cell(
      Collection<String> units, Collection<Integer> years, Collection<String> codes) {
    if (units.isEmpty() || years.isEmpty() || codes.isEmpty()) {
      return lit(false);
    }
    return col("unit_id")
        .isin(units.toArray())
        .and(col("year").isin(years.toArray()))
        .and(col("indicator_code").isin(codes.toArray()));
  }

  private int priceYear(String code) {
    return adjustment.basis(code).constantYear().orElse(year);
  }

  /** The unit itself, and its province where that is another one. */
  private List<String> seriesUnits() {
    Stream<String> province = unitRow(unit.unitId()).flatMap(u -> u.text("province_code")).stream();
    return Stream.concat(Stream.of(unit.unitId()), province).distinct().toList();
  }

  private Optional<Fields> unitRow(String id) {
    return found.rows("unit").stream().filter(u -> u.key("unit_id").equals(id)).findFirst();
  }

  private String unitName(String id) {
    return unitRow(id).map(u -> u.key("name_zh")).orElse("");
  }

  /** What becomes of a base value; empty where the adjustment leaves it as it is. */
  Optional<Adjusted> of(String code, SourceEvidence sources) {
    List<Merge> added = adjustment.additive().contains(code) ? merges : List.of();
    boolean isDeflated = adjustment.deflated().contains(code);
    if (added.isEmpty() && !isDeflated) {
      return Optional.empty();
    }
    Optional<Fields> row = row(unit.unitId(), year, code);
    return Optional.of(
        new Adjusted(
            added.stream().map(m -> passedOver(m, code, sources)).toList(),
            adjustment.prices().filter(p -> isDeflated).map(p -> prices(p, code, sources)),
            row.flatMap(r -> r.number("value")),
            row.flatMap(r -> r.text("cause"))));
  }

  private Optional<Fields> row(String unitId, int yearOfRow, String code) {
    return found.rows("adjusted").stream()
        .filter(r -> r.key("unit_id").equals(unitId))
        .filter(r -> r.count("year") == yearOfRow)
        .filter(r -> r.key("indicator_code").equals(code))
        .findFirst();
  }

  private Adjusted.PassedOver passedOver(Merge merge, String code, SourceEvidence sources) {
    return new Adjusted.PassedOver(
        merge.from(),
        unitName(merge.from()),
        Merge.KIND,
        merge.year(),
        sources.observed(merge.from(), year, code),
        sources.sources(merge.from(), year, code),
        sources.setAside(merge.from(), year, code));
  }

  private Adjusted.Prices prices(Adjustment.Prices wanted, String code, SourceEvidence sources) {
    List<Adjusted.Series> series = new ArrayList<>();
    boolean isFound = false;
    for (String id : seriesUnits()) {
      Adjusted.Level from = level(id, priceYear(code), wanted.deflator(), sources);
      Adjusted.Level to = level(id, wanted.year(), wanted.deflator(), sources);
      boolean isUsed = !isFound && from.value().isPresent() && to.value().isPresent();
      isFound |= isUsed;
      String of = id.equals(unit.unitId()) ? "own" : "province";
      series.add(new Adjusted.Series(of, id, unitName(id), isUsed, from, to));
    }
    String measure =
        Optional.ofNullable(adjustment.bases().get(wanted.deflator()))
            .map(BaseIndicator::unitOfMeasure)
            .orElse("");
    return new Adjusted.Prices(wanted.deflator(), measure, series);
  }

  private Adjusted.Level level(
      String unitId, int levelYear, String deflator, SourceEvidence sources) {
    return new Adjusted.Level(
        levelYear,
        row(unitId, levelYear, deflator).flatMap(r -> r.number("value")).filter(v -> v > 0),
        sources.sources(unitId, levelYear, deflator),
        sources.setAside(unitId, levelYear, deflator));
  }
}
