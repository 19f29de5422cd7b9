package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.renxing.inequality.GiniParts;
import org.renxing.inequality.GroupInequality;
import org.renxing.inequality.Inequality;
import org.renxing.inequality.PairInequality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Dagum's Gini index of the values in a file. Starts no Spark session. */
@Command(
    name = "dagum",
    mixinStandardHelpOptions = true,
    header = "Gini index and its parts within and between groups, after Dagum.",
    description =
        "G = within + between + transvariation for each measure and year, with the index of each "
            + "group and of each pair of groups.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method dagum towns.csv --value score --group region --year year"
    })
@InHelp(HelpGroup.INEQUALITY)
final class DagumCommand implements Callable<Integer> {
  private static final List<String> RESULTS =
      List.of(
          "n",
          "n_groups",
          "mean",
          "gini",
          "within",
          "between",
          "transvariation",
          "within_share",
          "between_share",
          "transvariation_share",
          "reason");
  private static final List<String> GROUPS =
      List.of("group_value", "n", "mean", "gini", "population_share", "value_share", "reason");
  private static final List<String> PAIRS =
      List.of(
          "group_a",
          "group_b",
          "higher_group",
          "gini_between",
          "d_jh",
          "p_jh",
          "relative_affluence",
          "between",
          "transvariation",
          "reason");

  @Mixin private GroupedOptions options;
  @Mixin private AnswerOptions answer;

  @Override
  public Integer call() {
    answer.require(options.path(), List.of("results", "groups", "pairs"));
    GroupedValues values = options.read();
    System.err.println(values.roles());
    IndexTables tables = new IndexTables(values.hasYear());
    List<Row> results = new ArrayList<>();
    List<Row> groups = new ArrayList<>();
    List<Row> pairs = new ArrayList<>();
    values
        .samples()
        .forEach(
            (key, sample) -> {
              Inequality all = Inequality.of(sample, List.of());
              results.add(tables.row(key, result(all)));
              all.groups().forEach(g -> groups.add(tables.row(key, group(g))));
              all.pairs().forEach(p -> pairs.add(tables.row(key, pair(p))));
            });
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("results", new Answer(tables.names(RESULTS), results));
    out.put("groups", new Answer(tables.names(GROUPS), groups));
    out.put("pairs", new Answer(tables.names(PAIRS), pairs));
    answer.write(out, values.missing());
    IndexTables.note(values);
    return 0;
  }

  private static List<Object> result(Inequality all) {
    List<Object> out = new ArrayList<>();
    out.add(all.size());
    out.add(all.groups().size());
    out.add(IndexTables.orNull(all.mean()));
    out.add(all.gini().map(GiniParts::gini).orElse(null));
    out.add(all.gini().map(GiniParts::within).orElse(null));
    out.add(all.gini().map(GiniParts::between).orElse(null));
    out.add(all.gini().map(GiniParts::transvariation).orElse(null));
    OptionalDouble none = OptionalDouble.empty();
    out.add(IndexTables.orNull(all.gini().map(GiniParts::withinShare).orElse(none)));
    out.add(IndexTables.orNull(all.gini().map(GiniParts::betweenShare).orElse(none)));
    out.add(IndexTables.orNull(all.gini().map(GiniParts::transvariationShare).orElse(none)));
    out.add(IndexTables.reason(all.giniReason()));
    return out;
  }

  private static List<Object> group(GroupInequality group) {
    List<Object> out = new ArrayList<>(List.of(group.name(), group.size(), group.mean()));
    out.add(IndexTables.orNull(group.gini()));
    out.add(group.populationShare());
    out.add(IndexTables.orNull(group.valueShare()));
    out.add(group.gini().isPresent() ? null : IndexTables.reason(group.reason()));
    return out;
  }

  private static List<Object> pair(PairInequality pair) {
    List<Object> out = new ArrayList<>(List.of(pair.first(), pair.second()));
    out.add(pair.higher().orElse(null));
    out.add(IndexTables.orNull(pair.gini()));
    out.addAll(List.of(pair.above(), pair.below(), pair.affluence()));
    out.add(IndexTables.orNull(pair.between()));
    out.add(IndexTables.orNull(pair.transvariation()));
    out.add(IndexTables.reason(pair.reason()));
    return out;
  }
}
