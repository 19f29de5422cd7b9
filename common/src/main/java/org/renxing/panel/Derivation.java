package org.renxing.panel;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.renxing.index.Expression;

/** Derives indicators from the base values of one unit, year by year. */
final class Derivation implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern COMMA = Pattern.compile(",");

  private final Map<String, Expression> expressions;
  private final PanelGrid inputs;
  private final PanelGrid grid;
  private final List<int[]> codes;

  /**
   * A derivation.
   *
   * @param expressions by the code of what they derive, in the order of the grid that they give
   * @param years the calendar years of both grids
   */
  Derivation(Map<String, Expression> expressions, List<Integer> years) {
    this.expressions = new LinkedHashMap<>(expressions);
    this.inputs = new PanelGrid(years, inputs(expressions));
    this.grid = new PanelGrid(years, expressions.keySet());
    this.codes =
        expressions.values().stream()
            .map(e -> e.inputs().stream().mapToInt(inputs.codes()::indexOf).toArray())
            .toList();
  }

  /** Codes of the base indicators that some expressions read, in the order of appearance. */
  static Set<String> inputs(Map<String, Expression> expressions) {
    Set<String> out = new LinkedHashSet<>();
    expressions.values().forEach(e -> out.addAll(e.inputs()));
    return out;
  }

  /** The grid of base values that {@link #of} reads. */
  PanelGrid inputs() {
    return inputs;
  }

  /** The grid that {@link #of} gives. */
  PanelGrid grid() {
    return grid;
  }

  /**
   * The derived panel of a unit: raw values from raw ones, values from values. A value is imputed
   * where imputation changed it, by the least founded method among its inputs. The reason why a raw
   * value is missing is the expression's, or that of the base value which the expression names.
   *
   * @param base along {@link #inputs()}
   */
  UnitPanel of(UnitPanel base) {
    UnitPanel out = base.empty(grid.size());
    for (int year = 0; year < grid.years().size(); year++) {
      Inputs raw = new Inputs(base, year, base.raw);
      boolean isImputed = raw.hasImputed();
      Inputs values = isImputed ? new Inputs(base, year, base.values) : raw;
      int cell = grid.at(year, 0);
      for (Expression expression : expressions.values()) {
        double derived = raw.value(expression);
        out.raw[cell] = derived;
        out.reasons[cell] = Double.isNaN(derived) ? raw.reason(expression) : "";
        double value = isImputed ? values.value(expression) : derived;
        out.values[cell] = value;
        if (isImputed && !Double.isNaN(value) && value != derived) {
          raw.markImputed(out, cell, expression);
        }
        raw.carryOrigin(out, cell, codes.get(cell - grid.at(year, 0)));
        cell++;
      }
    }
    return out;
  }

  /** Lists of sources together: each once, sorted. */
  static String joined(String one, String other) {
    if (other.isEmpty() || one.equals(other)) {
      return sorted(one);
    }
    return sorted(one.isEmpty() ? other : one + "," + other);
  }

  private static String sorted(String sources) {
    return sources.indexOf(',') < 0
        ? sources
        : COMMA.splitAsStream(sources).distinct().sorted().collect(Collectors.joining(","));
  }

  /** The base values of one year. */
  private final class Inputs {
    private final UnitPanel base;
    private final int year;
    private final Map<String, Double> known = new HashMap<>();

    Inputs(UnitPanel base, int year, double[] values) {
      this.base = base;
      this.year = year;
      for (int code = 0; code < inputs.codes().size(); code++) {
        double value = values[inputs.at(year, code)];
        if (!Double.isNaN(value)) {
          known.put(inputs.codes().get(code), value);
        }
      }
    }

    double value(Expression expression) {
      return expression.value(known).orElse(Double.NaN);
    }

    boolean hasImputed() {
      for (int code = 0; code < inputs.codes().size(); code++) {
        if (base.methods[inputs.at(year, code)] != 0) {
          return true;
        }
      }
      return false;
    }

    String reason(Expression expression) {
      String reason = expression.missingReason(known).orElse("");
      return reason.startsWith(Expression.MISSING_INPUT)
          ? base.reasons[cell(reason.substring(Expression.MISSING_INPUT.length()))]
          : reason;
    }

    /** The least founded method among the inputs, and where each imputed one comes from. */
    void markImputed(UnitPanel out, int place, Expression expression) {
      StringJoiner origins = new StringJoiner("; ");
      for (String code : expression.inputs()) {
        int input = cell(code);
        out.methods[place] = (byte) Math.max(out.methods[place], base.methods[input]);
        if (!base.origins[input].isEmpty()) {
          origins.add(code + ": " + base.origins[input]);
        }
      }
      out.origins[place] = origins.toString();
    }

    /** The sources and marks of all inputs. */
    void carryOrigin(UnitPanel out, int place, int[] of) {
      String one = "";
      for (int code : of) {
        int input = inputs.at(year, code);
        out.marks[place] |= base.marks[input];
        one = joined(one, base.sources[input]);
      }
      out.sources[place] = one;
    }

    private int cell(String code) {
      return inputs.find(grid.years().get(year), code).orElseThrow();
    }
  }
}
