package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.renxing.index.Magnitude;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.Normalisation;
import org.renxing.model.RenxingException;
import org.renxing.model.WeightScheme;
import org.renxing.normalisation.Normalised;
import org.renxing.normalisation.Normaliser;
import org.renxing.numerics.CodePointOrder;
import org.renxing.panel.PackedPanel;
import org.renxing.weights.Weight;
import org.renxing.weights.WeightReasons;
import org.renxing.weights.Weights;

/** From checked cells to normalised indicators and their weights. */
final class Chain {
  private static final int NAMED = 10;

  private final UnitTable table;
  private final IndexSystem indexSystem;

  Chain(UnitTable table, IndexSystem indexSystem) {
    this.table = table;
    this.indexSystem = indexSystem;
  }

  /**
   * The indicators of each row.
   *
   * @param values an indicator's values, one a row
   */
  PackedPanel panel(Function<Indicator, double[]> values) {
    List<Indicator> indicators = indexSystem.indicators();
    return table.panel(
        indicators.stream().map(Indicator::code).toList(),
        indicators.stream().map(values).toList());
  }

  /** The indicators of each row, normalised. */
  Normalised normalised(Normalisation normalisation, PackedPanel panel) {
    requireMagnitude(panel);
    return new Normaliser(normalisation, indexSystem).of(panel, Optional.empty());
  }

  /** Names the cells that are too large for ranges and means. */
  private void requireMagnitude(PackedPanel panel) {
    record Cell(String code, int row) {}
    List<Cell> beyond = new ArrayList<>();
    for (int row = 0; row < panel.rows(); row++) {
      for (int j = 0; j < panel.indicators().size(); j++) {
        if (Math.abs(panel.value(row, j)) > Magnitude.LIMIT) {
          beyond.add(new Cell(panel.indicators().get(j), row));
        }
      }
    }
    if (!beyond.isEmpty()) {
      List<String> problems =
          beyond.stream()
              .sorted(
                  Comparator.comparing(Cell::code, CodePointOrder.ASCENDING)
                      .thenComparing(c -> panel.units().get(c.row), CodePointOrder.ASCENDING)
                      .thenComparing(c -> panel.year(c.row)))
              .limit(NAMED)
              .map(
                  c ->
                      tooLarge(
                          c.row, c.code, panel.value(c.row, panel.indicators().indexOf(c.code))))
              .toList();
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", problems));
    }
  }

  private String tooLarge(int row, String column, double value) {
    String year = table.keys().size() == 2 ? ", " + table.year(row) : "";
    return String.format(
        Locale.ROOT,
        "%s: %s%s, column %s: %s is beyond %s, where the range of a column overflows; correct it,"
            + " or state the column in a larger unit of measure",
        table.name(),
        table.unit(row),
        year,
        column,
        value,
        Magnitude.LIMIT);
  }

  /**
   * The weights of a scheme, in the order of the indicators and years.
   *
   * @throws RenxingException DATA_CHECK where one is undefined, with the reason
   */
  List<Weight> weights(Normalised panel, WeightScheme scheme) {
    List<String> codes = indexSystem.indicators().stream().map(Indicator::code).toList();
    List<Weight> weights =
        Weights.of(panel, indexSystem, scheme).stream()
            .sorted(
                Comparator.comparing((Weight w) -> codes.indexOf(w.indicator()))
                    .thenComparing(Weight::year))
            .toList();
    Set<String> reasons = new TreeSet<>();
    for (Weight weight : weights) {
      if (Double.isNaN(weight.globalWeight())
          && !weight.reason().equals(WeightReasons.GROUP_UNDEFINED)) {
        reasons.add(
            table.name()
                + ": no weight of "
                + weight.indicator()
                + (weight.year() == 0 ? "" : " in " + weight.year())
                + ": "
                + WeightReasons.inWords(weight.reason()));
      }
    }
    if (!reasons.isEmpty()) {
      throw new RenxingException(ErrorCode.DATA_CHECK, String.join("\n", reasons));
    }
    return weights;
  }
}
