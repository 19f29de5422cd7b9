package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.renxing.jobs.console.Text;
import org.renxing.model.Excerpt;

/** What was found in a panel and what was guessed, for people. */
final class PlanText {
  private PlanText() {}

  static String of(PanelPlan plan) {
    StringBuilder out = new StringBuilder();
    KeyColumns keys = plan.keys();
    line(
        out,
        "units",
        String.format(
            Locale.ROOT,
            "%,d in column %s, names in %s, level %s",
            plan.units().size(),
            keys.id(),
            keys.name(),
            plan.options().level()));
    line(
        out,
        "years",
        plan.yearsText()
            + keys.year().map(c -> ", from column " + c).orElse(", for all rows")
            + (plan.isCrossSection() ? " (a cross-section)" : ""));
    plan.groups().forEach((label, why) -> line(out, "group", label + ", " + why));
    out.append('\n').append(Text.table(HEADS, rows(plan)));
    if (!plan.leftOut().isEmpty()) {
      out.append("\nleft out\n");
      plan.leftOut().forEach((label, why) -> out.append("  " + label + ": " + why + "\n"));
    }
    if (!plan.notes().isEmpty()) {
      out.append("\nnote\n");
      plan.notes().forEach(note -> out.append("  " + note + "\n"));
    }
    return Excerpt.message(out.toString());
  }

  private static final List<String> HEADS =
      List.of("system", "column", "direction", "unit", "missing");

  private static List<List<String>> rows(PanelPlan plan) {
    List<List<String>> out = new ArrayList<>();
    for (IndexTree.Node system : plan.nodes()) {
      for (String label : system.labels()) {
        PlannedIndicator i = plan.indicators().get(label);
        String reason = i.unit().reason();
        out.add(
            List.of(
                Excerpt.cell(system.name()),
                Excerpt.cell(label)
                    + (i.denominator().isEmpty() ? "" : " / " + i.denominatorLabel()),
                i.direction() + " " + i.why(),
                Excerpt.cell(i.unit().unit()) + (reason.isEmpty() ? "" : ", " + reason),
                String.format(Locale.ROOT, "%.1f %%", 100 * i.missing())));
      }
    }
    return out;
  }

  private static void line(StringBuilder out, String what, String text) {
    out.append("%-7s %s%n".formatted(what, text));
  }

  /** The commands that come next. */
  static String next(String name, Map<String, String> files) {
    return "\nWrote "
        + files.size()
        + " files: conf/env/"
        + name
        + ".conf and the folder conf/env/"
        + name
        + "\n\nNext:\n  bin/renxing nightly --env "
        + name
        + "\n  bin/renxing sql --env "
        + name
        + " \"SELECT unit_name, year, score FROM gold.index_score_unit_year"
        + " WHERE system = 'overall' ORDER BY score DESC LIMIT 10\"\n";
  }
}
