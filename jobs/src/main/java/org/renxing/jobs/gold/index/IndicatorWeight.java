package org.renxing.jobs.gold.index;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexSystem;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.model.WeightScheme;
import org.renxing.panel.IndicatorVector;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Inputs;
import org.renxing.run.Need;
import org.renxing.run.StoredRows;
import org.renxing.weights.Evidence;
import org.renxing.weights.Weight;
import org.renxing.weights.WeightReasons;
import org.renxing.weights.WeightingPlan;
import org.renxing.weights.Weights;

/** gold.indicator_weight: the weights of each scheme, with what they rest on. */
public final class IndicatorWeight implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("indicator_weight");

  private static final Need<Function<String, Dataset<Row>>> RELEASED = Need.released(TABLE);

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape(TABLE.name(), "One row a weight scheme, indicator and scope year")
            .key("scheme", Type.STRING, "Weight scheme of the scenario")
            .key("weight_scope", Type.STRING, "pooled, yearly or frozen")
            .key("system", Type.STRING, "System of the indicator")
            .key("indicator_code", Type.STRING, "Indicator")
            .key("year", Type.INT, "Year for which the weight holds; 0 = all years")
            .required("within", Type.STRING, "", "Where weights sum to 1: system or overall")
            .required(
                "weight",
                Type.DOUBLE,
                "0-1",
                "Weight; sums to 1 in the system, or overall, as within says")
            .required(
                "global_weight",
                Type.DOUBLE,
                "0-1",
                "Weight in the whole: system weight times share of the system; sums to 1, or to"
                    + " what printed system weights sum to")
            .optional("entropy", Type.DOUBLE, "0-1", "H of the entropy method; null for others")
            .optional(
                "variation",
                Type.DOUBLE,
                "",
                "1-H, or what the method takes as variation: sd, sd over mean")
            .optional(
                "conflict",
                Type.DOUBLE,
                "",
                "Conflict with other indicators (CRITIC family); null for others")
            .optional(
                "mean",
                Type.DOUBLE,
                "",
                "Mean in scope of the values that the scheme weighs: normalised, unless its basis"
                    + " is raw")
            .optional("sd", Type.DOUBLE, "", "Standard deviation of the same")
            .optional(
                "n", Type.LONG, "rows", "Rows in scope; null for methods that look at no figures")
            .optional("reason", Type.STRING, "", "Why there is no weight; null where there is one")
            .check(
                "weights lie between 0 and 1",
                "weight BETWEEN 0 AND 1 AND global_weight BETWEEN 0 AND 1")
            .check("entropy lies between 0 and 1", "entropy BETWEEN 0 AND 1"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(Vectors.ALL, RELEASED);
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.schemes(), scenario.indexSystem());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    Map<String, List<Row>> frozen = new TreeMap<>();
    for (WeightScheme scheme : scenario.schemes()) {
      scheme
          .frozenRelease()
          .ifPresent(
              release ->
                  frozen.put(
                      scheme.id(),
                      given
                          .get(RELEASED)
                          .apply(release)
                          .where(col("scheme").equalTo(scheme.id()))
                          .collectAsList()));
    }
    return rows(scenario.indexSystem(), scenario.schemes(), given.get(Vectors.ALL), frozen);
  }

  /**
   * The rows of some schemes.
   *
   * @param frozen by scheme, for scope {@code frozen}: rows of the table in an earlier release
   * @throws RenxingException CONFIGURATION for an unknown method, missing system weights, or a
   *     frozen scheme without its rows
   */
  TableRows rows(
      IndexSystem indexSystem,
      List<WeightScheme> schemes,
      Records<IndicatorVector> vectors,
      Map<String, List<Row>> frozen) {
    List<Row> out = new ArrayList<>();
    List<WeightScheme> weighed = new ArrayList<>();
    List<WeightingPlan> plans = new ArrayList<>();
    for (WeightScheme scheme : schemes) {
      if (scheme.scope() == WeightScheme.Scope.FROZEN) {
        frozen(scheme, frozen).forEach(row -> out.add(released(scheme, row)));
        continue;
      }
      WeightingPlan plan = WeightingPlan.of(indexSystem, scheme);
      if (plan.method().isStated()) {
        Weights.stated(plan).forEach(weight -> out.add(row(scheme, weight)));
      } else {
        weighed.add(scheme);
        plans.add(plan);
      }
    }
    List<List<Weight>> found = plans.isEmpty() ? List.of() : Weights.of(vectors, plans);
    for (int i = 0; i < plans.size(); i++) {
      WeightScheme scheme = weighed.get(i);
      found.get(i).forEach(weight -> out.add(row(scheme, weight)));
    }
    return new TableRows.Held(columns(), out);
  }

  private static List<Row> frozen(WeightScheme scheme, Map<String, List<Row>> frozen) {
    if (!frozen.containsKey(scheme.id())) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "weights "
              + scheme.id()
              + ": no weights of release "
              + scheme.frozenRelease().orElse("(none)")
              + "; name a release that published this scheme");
    }
    return frozen.get(scheme.id());
  }

  private static Row row(WeightScheme scheme, Weight weight) {
    Evidence evidence = weight.evidence();
    return RowFactory.create(
        scheme.id(),
        word(scheme.scope()),
        weight.system(),
        weight.indicator(),
        weight.year(),
        word(scheme.within()),
        Cells.number(weight.weight()),
        Cells.number(weight.globalWeight()),
        Cells.number(evidence.entropy()),
        Cells.number(evidence.variation()),
        Cells.number(evidence.conflict()),
        Cells.number(evidence.mean()),
        Cells.number(evidence.sd()),
        orNull(evidence.n()),
        Cells.text(weight.reason()));
  }

  /** A row of an earlier release, which may lack columns that say how the weight came about. */
  private static Row released(WeightScheme scheme, Row row) {
    List<String> given = List.of(row.schema().fieldNames());
    List<Object> out = new ArrayList<>(List.of(scheme.id(), word(scheme.scope())));
    out.add(row.getAs("system"));
    out.add(row.getAs("indicator_code"));
    out.add(given.contains("year") ? row.getAs("year") : Integer.valueOf(0));
    out.add(word(scheme.within()));
    out.add(row.getAs("weight"));
    out.add(row.getAs("global_weight"));
    for (String column : List.of("entropy", "variation", "conflict", "mean", "sd", "n", "reason")) {
      out.add(given.contains(column) ? row.getAs(column) : null);
    }
    return RowFactory.create(out.toArray());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Long orNull(OptionalLong n) {
    return n.isPresent() ? n.getAsLong() : null;
  }

  /** A weight that is missing, and why. */
  private record Undefined(String scheme, String indicatorCode, String reason)
      implements Serializable {
    static final StoredRows<Undefined> ROWS =
        StoredRows.ofScenario(
            TABLE,
            List.of("scheme", "indicator_code", "weight", "reason"),
            row ->
                new Undefined(
                    row.text("scheme"),
                    row.text("indicator_code"),
                    Double.isNaN(row.number("weight"))
                        ? row.optionalText("reason").orElse("")
                        : ""));

    boolean isCulprit() {
      return !reason.isEmpty() && !reason.equals(WeightReasons.GROUP_UNDEFINED);
    }
  }

  /** The indicators that keep a scheme from having weights, and why. */
  @Override
  public String explain(Scenario scenario, Inputs inputs) {
    Map<String, Map<String, Set<String>>> culprits = new TreeMap<>();
    for (Undefined weight :
        Undefined.ROWS.from(inputs, scenario).where(Undefined::isCulprit).list()) {
      culprits
          .computeIfAbsent(weight.scheme(), s -> new TreeMap<>())
          .computeIfAbsent(weight.reason(), r -> new TreeSet<>())
          .add(weight.indicatorCode());
    }
    StringBuilder out = new StringBuilder();
    culprits.forEach(
        (scheme, reasons) ->
            reasons.forEach(
                (reason, codes) ->
                    out.append(
                        "%nscenarios.%s.weights, scheme %s: no weight of %s: %s"
                            .formatted(
                                scenario.id(),
                                scheme,
                                String.join(", ", codes),
                                WeightReasons.inWords(reason)))));
    return out.toString();
  }
}
