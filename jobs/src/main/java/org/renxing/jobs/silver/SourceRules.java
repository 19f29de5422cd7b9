package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.renxing.cell.DecimalMark;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.UnitOfMeasure;

/**
 * How rows and cells of a source are to be read, by its contract.
 *
 * @param division the year whose division units are of; 0 for that of the row
 * @param indicatorColumn where the rows of a long source name the indicator; empty for a wide one
 * @param valueColumn where they give its value
 * @param nullMarks texts that stand for a missing value
 * @param mark what stands before decimals
 * @param targets by label
 */
record SourceRules(
    String id,
    int precedence,
    int division,
    String unitColumn,
    String yearColumn,
    VintageText vintage,
    String indicatorColumn,
    String valueColumn,
    Set<String> nullMarks,
    DecimalMark mark,
    Map<String, Target> targets)
    implements Serializable {
  private static final String PER_CENT = "%";

  SourceRules {
    nullMarks = Set.copyOf(nullMarks);
    targets = Map.copyOf(targets);
  }

  /**
   * Where the cells of a label go. One of the two factors is 1, so that a whole ratio in either
   * direction adds no rounding.
   *
   * @param times by which a number is multiplied
   * @param over by which it is divided
   * @param perCents how many per cent are one of the unit in which the source gives it: of per cent
   *     itself and of a plain share; NaN for other units, per mille among them, in whose columns a
   *     percentage is a mistake
   */
  record Target(String label, String indicator, double times, double over, double perCents)
      implements Serializable {}

  /** The rules of a source. */
  static SourceRules of(SourceSpec source, Settings settings) {
    Map<String, Target> targets = new HashMap<>();
    source.mappings().forEach((label, m) -> targets.put(label, target(label, m, settings)));
    return new SourceRules(
        source.id(),
        source.precedence(),
        source.division().orElse(0),
        source.unitColumn(),
        source.yearColumn(),
        VintageText.of(source),
        source.longColumns().map(SourceSpec.LongColumns::indicatorColumn).orElse(""),
        source.longColumns().map(SourceSpec.LongColumns::valueColumn).orElse(""),
        Set.copyOf(source.nullMarks()),
        source.form().decimal(),
        targets);
  }

  private static Target target(String label, SourceSpec.Mapping mapping, Settings settings) {
    Map<String, UnitOfMeasure> measures = settings.unitsOfMeasure();
    String unit = settings.baseIndicators().get(mapping.indicator()).unitOfMeasure();
    double from = measures.get(mapping.unitOfMeasure()).factor();
    double to = measures.get(unit).factor();
    return new Target(
        label,
        mapping.indicator(),
        from > to ? from / to : 1.0,
        from > to ? 1.0 : to / from,
        perCents(mapping.unitOfMeasure(), measures));
  }

  private static double perCents(String unit, Map<String, UnitOfMeasure> measures) {
    UnitOfMeasure perCent = measures.get(PER_CENT);
    UnitOfMeasure own = measures.get(unit);
    boolean isShare = perCent != null && perCent.dimension().equals(own.dimension());
    boolean isTold = isShare && (own.factor() == perCent.factor() || own.factor() == 1);
    return isTold ? own.factor() / perCent.factor() : Double.NaN;
  }
}
