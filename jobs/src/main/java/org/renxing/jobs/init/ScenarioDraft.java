package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scenario of a panel. */
final class ScenarioDraft {
  private static final int MOST_COUPLED = 4;

  private final PanelPlan plan;

  ScenarioDraft(PanelPlan plan) {
    this.plan = plan;
  }

  String text() {
    PanelOptions options = plan.options();
    List<String> out = new ArrayList<>();
    out.add("# What is made of the figures; every choice can be changed.");
    out.add("title = " + DraftFiles.quoted(options.name()));
    out.add("index-system = " + options.name());
    out.add("years = \"" + plan.yearsText() + "\"");
    out.add("units { levels = [" + DraftFiles.quoted(options.level()) + "] }");
    missing(out);
    out.add("# min-max | z-score | rank | distance-to-frontier, over all years together");
    out.add(
        String.format(
            Locale.ROOT,
            "normalisation { method = %s, scope = pooled, scale = %s }",
            options.normalise(),
            options.scale() == Math.rint(options.scale())
                ? String.valueOf((long) options.scale())
                : String.valueOf(options.scale())));
    out.add("# equal | fixed (weights of the index system) | entropy | critic | cv | pca, …");
    out.add("weights = [");
    plan.weights()
        .forEach(
            method ->
                out.add(
                    "  { id = "
                        + DraftFiles.quoted(method)
                        + ", method = "
                        + DraftFiles.quoted(method)
                        + " }"));
    out.add("]");
    out.add("aggregation = arithmetic");
    coupling(out);
    out.add("# columns by which units are grouped in summaries, inequality and standings");
    out.add("groupings = " + DraftFiles.list(plan.groups().keySet()));
    out.add(
        "analyses = [inequality, obstacles, diagnosis"
            + (plan.years().length() > 2 ? ", dynamics" : "")
            + "]");
    return String.join("\n", out) + "\n";
  }

  private void missing(List<String> out) {
    String group =
        plan.fallbackGroup()
            .map(label -> "fallback-group = " + DraftFiles.quoted(label))
            .orElse("fallback-group = all");
    if (plan.isCrossSection()) {
      out.add(
          "# A missing figure becomes the median of the unit's group; a unit without any leaves.");
      out.add("missing {");
      out.add("  interior = none, ends = none, fallback = group-median, " + group);
      out.add("  cap = 1, drop-incomplete = true");
    } else {
      out.add("# A missing figure comes from the unit's own years, else it is the median of its");
      out.add("# group; a unit that lacks more than cap of a series' years leaves.");
      out.add("missing {");
      out.add("  interior = linear, ends = nearest, fallback = group-median, " + group);
      out.add(
          "  cap = "
              + PanelPlanner.MOST_MISSING
              + ", over-cap = drop-unit, drop-incomplete = true");
    }
    out.add("}");
  }

  private void coupling(List<String> out) {
    List<String> systems = plan.nodes().stream().map(IndexSystemDraft.codes(plan)::get).toList();
    boolean isCoupled =
        systems.size() > 1
            && systems.size() <= MOST_COUPLED
            && !plan.options().normalise().equals("z-score");
    if (isCoupled) {
      out.add("# how well the systems keep step with each other");
      out.add(
          "coupling = [{ id = "
              + plan.options().name()
              + ", scheme = "
              + DraftFiles.quoted(plan.weights().get(0))
              + ", systems = ["
              + String.join(", ", systems)
              + "] }]");
    }
  }
}
