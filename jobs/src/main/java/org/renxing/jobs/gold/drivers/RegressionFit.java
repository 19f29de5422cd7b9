package org.renxing.jobs.gold.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.drivers.DriverAnswer;
import org.renxing.drivers.Figure;
import org.renxing.drivers.ModelAnswer;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.TableSpec;

/** gold.regression_fit: what regressions are as wholes. */
public final class RegressionFit extends DriverTable {
  private static final Map<Figure, String> COMMENTS =
      Map.ofEntries(
          Map.entry(Figure.N, "Unit-years that count"),
          Map.entry(
              Figure.N_LEFT_OUT,
              "Unit-years that lack a value, or of spatial models a complete unit"),
          Map.entry(
              Figure.N_SINGLE,
              "Unit-years alone in their unit or year, which effects explain entirely"),
          Map.entry(Figure.N_UNITS, "Units that count"),
          Map.entry(
              Figure.N_UNITS_LEFT_OUT,
              "Of spatial models: units with gaps, without place or without neighbour"),
          Map.entry(Figure.N_YEARS, "Years that count"),
          Map.entry(Figure.N_LOWER, "Of tobit: unit-years at the lower limit"),
          Map.entry(Figure.N_UPPER, "Of tobit: unit-years at the upper limit"),
          Map.entry(Figure.N_UNITS_TREATED, "Of events: units that have it"),
          Map.entry(Figure.DF_RESIDUAL, "Unit-years less coefficients and effects"),
          Map.entry(Figure.R2, "Share of variation explained, after effects"),
          Map.entry(Figure.R2_ADJUSTED, "The same after degrees of freedom"),
          Map.entry(Figure.F, "F that all terms are 0, by classic errors"),
          Map.entry(Figure.F_P_VALUE, "Probability of F or more"),
          Map.entry(Figure.LOG_LIKELIHOOD, "Of tobit and spatial models"),
          Map.entry(Figure.AIC, "2 parameters - 2 log_likelihood"),
          Map.entry(Figure.SIGMA, "Standard deviation of the errors"),
          Map.entry(
              Figure.RHO,
              "Of lag and durbin: share of the neighbours' mean response that carries over"),
          Map.entry(
              Figure.LAMBDA, "Of error: share of the neighbours' mean error that carries over"),
          Map.entry(Figure.UNIT_VARIANCE, "Of random: variance of the effects of units"),
          Map.entry(Figure.INDIRECT_SHARE, "Of mediation: indirect over total"));

  public RegressionFit(LakeFiles files) {
    super(files, RegressionFit::of);
  }

  @Override
  public TableSpec spec() {
    TableSpec.Builder shape =
        ofModels("regression_fit", "One row an analysis and model")
            .required("response", Type.STRING, "", "Score or variable that is explained")
            .required(
                "method",
                Type.STRING,
                "",
                "fixed, random, pooled, tobit, lag, error, durbin, event or mediation")
            .required("formula", Type.STRING, "", "Formula, as R writes it")
            .required("effects", Type.STRING, "", "Taken off: unit, time, twoway or none");
    Arrays.stream(Figure.values()).forEach(figure -> add(shape, figure));
    return GoldTable.end(
        shape
            .optional(
                "note",
                Type.STRING,
                "",
                "How standard errors were estimated, with the small-sample factor; more of the"
                    + " reason where there is one")
            .optional(
                "reason",
                Type.STRING,
                "",
                "Why nothing was estimated: NO_ROWS, TOO_FEW_ROWS, RESPONSE_CONSTANT,"
                    + " NO_TERM_VARIES, ONE_UNIT, ONE_YEAR, TOO_FEW_UNITS, NO_MAXIMUM, …")
            .check("rows are counted", "n >= 0 AND n_left_out >= 0")
            .check("p is a share", "f_p_value BETWEEN 0 AND 1"));
  }

  private static void add(TableSpec.Builder shape, Figure figure) {
    boolean isAlways = figure == Figure.N || figure == Figure.N_LEFT_OUT;
    Type type = figure.isCount() ? Type.LONG : Type.DOUBLE;
    if (isAlways) {
      shape.required(figure.column(), type, unit(figure), COMMENTS.get(figure));
    } else {
      shape.optional(figure.column(), type, unit(figure), COMMENTS.get(figure));
    }
  }

  private static String unit(Figure figure) {
    return switch (figure) {
      case N_UNITS, N_UNITS_LEFT_OUT, N_UNITS_TREATED -> "units";
      case N_YEARS -> "years";
      case R2, F_P_VALUE -> "0-1";
      default -> "";
    };
  }

  private static Iterator<Row> of(DriverAnswer answer) {
    List<Row> out = new ArrayList<>();
    for (ModelAnswer model : answer.models()) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  answer.id(),
                  model.model(),
                  answer.response(),
                  model.method(),
                  model.formula(),
                  model.effects()));
      for (Figure figure : Figure.values()) {
        Double value = Cells.finite(model.figure(figure));
        cells.add(figure.isCount() && value != null ? (Object) value.longValue() : value);
      }
      cells.add(Cells.text(model.note()));
      cells.add(Cells.text(model.reason()));
      out.add(RowFactory.create(cells.toArray()));
    }
    return out.iterator();
  }
}
