package org.renxing.jobs.cli.method;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.renxing.inequality.GroupInequality;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.TheilParts;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Theil's and Atkinson's indices of the values in a file. Starts no Spark session. */
@Command(
    name = "theil",
    mixinStandardHelpOptions = true,
    header = "Theil's T and L within and between groups, Atkinson's index and CV.",
    description = "One answer for each measure and year, with the indices of each group.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method theil towns.csv --value score --group region --epsilon 0.5,2"
    })
@InHelp(HelpGroup.INEQUALITY)
final class TheilCommand implements Callable<Integer> {
  private static final List<String> GROUPS =
      List.of(
          "group_value",
          "n",
          "mean",
          "theil_t",
          "theil_l",
          "population_share",
          "value_share",
          "reason");

  @Mixin private GroupedOptions options;
  @Mixin private AnswerOptions answer;

  @Option(
      names = "--epsilon",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "E,…",
      defaultValue = "0.5,1",
      description = "Aversions to inequality of Atkinson's index, above 0 (0.5,1).")
  private List<Double> epsilons;

  @Override
  public Integer call() {
    if (epsilons.stream().anyMatch(e -> !(e > 0 && e < Double.POSITIVE_INFINITY))) {
      throw new RenxingException(
          ErrorCode.USAGE, "--epsilon " + epsilons + ": finite numbers above 0");
    }
    answer.require(options.path(), List.of("results", "groups"));
    GroupedValues values = options.read();
    System.err.println(values.roles());
    IndexTables tables = new IndexTables(values.hasYear());
    List<Row> results = new ArrayList<>();
    List<Row> groups = new ArrayList<>();
    values
        .samples()
        .forEach(
            (key, sample) -> {
              Inequality all = Inequality.of(sample, epsilons);
              results.add(tables.row(key, result(all)));
              all.groups().forEach(g -> groups.add(tables.row(key, group(g))));
            });
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("results", new Answer(tables.names(names()), results));
    out.put("groups", new Answer(tables.names(GROUPS), groups));
    answer.write(out, values.missing());
    IndexTables.note(values);
    return 0;
  }

  private List<String> names() {
    List<String> out = new ArrayList<>(List.of("n", "n_groups", "mean"));
    out.addAll(List.of("theil_t", "theil_t_within", "theil_t_between"));
    out.addAll(List.of("theil_l", "theil_l_within", "theil_l_between"));
    epsilons.forEach(e -> out.add("atkinson_" + word(e)));
    out.addAll(List.of("cv", "reason"));
    return out;
  }

  /** As gold.inequality_year names it: 05 for 0.5, 1 for 1, 1_25 for 1.25. */
  private static String word(double epsilon) {
    String text = new BigDecimal(Double.toString(epsilon)).stripTrailingZeros().toPlainString();
    return text.startsWith("0.") ? text.replace(".", "") : text.replace(".", "_");
  }

  private static List<Object> result(Inequality all) {
    List<Object> out = new ArrayList<>(List.of(all.size(), all.groups().size()));
    out.add(IndexTables.orNull(all.mean()));
    addParts(out, all.theilT());
    addParts(out, all.theilL());
    all.atkinson().forEach(a -> out.add(IndexTables.orNull(a)));
    out.add(IndexTables.orNull(all.variation()));
    out.add(IndexTables.reason(all.theilReason()));
    return out;
  }

  private static void addParts(List<Object> out, Optional<TheilParts> parts) {
    out.add(parts.map(TheilParts::total).orElse(null));
    out.add(parts.map(TheilParts::within).orElse(null));
    out.add(parts.map(TheilParts::between).orElse(null));
  }

  private static List<Object> group(GroupInequality group) {
    List<Object> out = new ArrayList<>(List.of(group.name(), group.size(), group.mean()));
    out.add(IndexTables.orNull(group.theilT()));
    out.add(IndexTables.orNull(group.theilL()));
    out.add(group.populationShare());
    out.add(IndexTables.orNull(group.valueShare()));
    out.add(IndexTables.reason(group.reason()));
    return out;
  }
}
