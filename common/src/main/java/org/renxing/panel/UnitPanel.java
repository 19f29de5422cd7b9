package org.renxing.panel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.renxing.index.Expression;

/**
 * The panel of one unit, packed along a {@link PanelGrid}: of each cell the value as derived, the
 * value after imputation, why the former is missing, how and from what the latter was imputed, and
 * the sources and marks of the base values behind it.
 */
public final class UnitPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ImputationMethod[] METHODS = ImputationMethod.values();

  final double[] raw;
  final double[] values;
  final String[] reasons;
  final byte[] methods;
  final String[] origins;
  final String[] sources;
  final byte[] marks;
  private final String unitId;
  private final String group;
  private final List<UnitExclusion> exclusions;

  private UnitPanel(
      String unitId,
      String group,
      List<UnitExclusion> exclusions,
      double[] raw,
      double[] values,
      String[] reasons,
      byte[] methods,
      String[] origins,
      String[] sources,
      byte[] marks) {
    this.unitId = unitId;
    this.group = group;
    this.exclusions = exclusions;
    this.raw = raw;
    this.values = values;
    this.reasons = reasons;
    this.methods = methods;
    this.origins = origins;
    this.sources = sources;
    this.marks = marks;
  }

  private static UnitPanel empty(
      String unitId, String group, List<UnitExclusion> exclusions, int size) {
    UnitPanel out =
        new UnitPanel(
            unitId,
            group,
            exclusions,
            new double[size],
            new double[size],
            new String[size],
            new byte[size],
            new String[size],
            new String[size],
            new byte[size]);
    Arrays.fill(out.raw, Double.NaN);
    Arrays.fill(out.values, Double.NaN);
    Arrays.fill(out.reasons, "");
    Arrays.fill(out.origins, "");
    Arrays.fill(out.sources, "");
    return out;
  }

  /**
   * Some of a unit's base values as they are; why one is missing, the adjustment may have said.
   *
   * @param places where the cells of the grid stand in the unit's ({@link PanelGrid#places})
   */
  static UnitPanel of(UnitBase unit, int[] places, PanelGrid grid) {
    UnitPanel out = empty(unit.unitId(), unit.group(), List.of(), grid.size());
    for (int cell = 0; cell < places.length; cell++) {
      double value = unit.value(places[cell]);
      out.raw[cell] = value;
      out.values[cell] = value;
      out.sources[cell] = unit.sources(places[cell]);
      out.marks[cell] = unit.marks(places[cell]);
      if (Double.isNaN(value)) {
        String cause = unit.cause(places[cell]);
        String reason = cause.isEmpty() ? Expression.MISSING_INPUT : cause + ":";
        out.reasons[cell] = reason + grid.code(cell);
      }
    }
    return out;
  }

  /** A unit of which nothing but values is known; NaN where one is missing. */
  static UnitPanel of(String unitId, double[] values) {
    UnitPanel out = empty(unitId, "", List.of(), values.length);
    System.arraycopy(values, 0, out.raw, 0, values.length);
    System.arraycopy(values, 0, out.values, 0, values.length);
    return out;
  }

  /** A panel of the same unit without values, for a kernel to fill. */
  UnitPanel empty(int size) {
    return empty(unitId, group, exclusions, size);
  }

  /** A copy for a kernel to change, with an exclusion where there was none before. */
  UnitPanel copy(Optional<UnitExclusion> exclusion) {
    return new UnitPanel(
        unitId,
        group,
        exclusions.isEmpty() ? exclusion.stream().toList() : exclusions,
        raw.clone(),
        values.clone(),
        reasons.clone(),
        methods.clone(),
        origins.clone(),
        sources,
        marks);
  }

  /** Fills in a missing cell. */
  void impute(int cell, double value, ImputationMethod method, String origin) {
    values[cell] = value;
    methods[cell] = method.order();
    origins[cell] = origin;
  }

  /** The unit. */
  public String unitId() {
    return unitId;
  }

  /** Its group; empty for none. */
  public String group() {
    return group;
  }

  /** Why the unit leaves the panel; empty for one that stays. */
  public Optional<UnitExclusion> exclusion() {
    return exclusions.stream().findFirst();
  }

  /** The value of a cell as derived; NaN where it is missing. */
  public double rawValue(int cell) {
    return raw[cell];
  }

  /** The value of a cell after imputation; NaN where it is missing. */
  public double value(int cell) {
    return values[cell];
  }

  /** Whether a cell still lacks a value. */
  public boolean isMissing(int cell) {
    return Double.isNaN(values[cell]);
  }

  /** Why the value as derived is missing; empty where it is not. */
  public Optional<String> missingReason(int cell) {
    return text(reasons[cell]);
  }

  /** How a cell was imputed, by the least founded method in it; empty where it was not. */
  public Optional<ImputationMethod> method(int cell) {
    return methods[cell] == 0 ? Optional.empty() : Optional.of(METHODS[methods[cell] - 1]);
  }

  /**
   * What an imputed value was made of: the years of the values used, such as {@code 2011,2013}, or
   * the group and the number of its units; in front of each the base indicator where base values
   * are imputed. Empty where it was not imputed.
   */
  public Optional<String> imputedFrom(int cell) {
    return text(origins[cell]);
  }

  /**
   * Ids of the sources of the base values that the value was derived from, sorted and separated by
   * commas; empty where none was observed.
   */
  public Optional<String> sources(int cell) {
    return text(sources[cell]);
  }

  /** Whether a mark is on any of the base values that the value was derived from. */
  public boolean has(BaseMark mark, int cell) {
    return (marks[cell] & mark.bit()) != 0;
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
