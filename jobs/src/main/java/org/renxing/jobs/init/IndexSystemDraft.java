package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The index system of a panel. */
final class IndexSystemDraft {
  private final PanelPlan plan;
  private final Map<IndexTree.Node, String> codes;

  IndexSystemDraft(PanelPlan plan) {
    this.plan = plan;
    this.codes = codes(plan);
  }

  /** Codes of the nodes that are no columns; none is that of an indicator. */
  static Map<IndexTree.Node, String> codes(PanelPlan plan) {
    Codes codes = new Codes();
    plan.indicators().values().forEach(indicator -> codes.take(indicator.code()));
    Map<IndexTree.Node, String> out = new LinkedHashMap<>();
    plan.nodes().forEach(node -> add(node, codes, out));
    return out;
  }

  private static void add(IndexTree.Node node, Codes codes, Map<IndexTree.Node, String> out) {
    if (!node.children().isEmpty()) {
      out.put(node, codes.of(node.key(), "s" + (out.size() + 1)));
      node.children().forEach(child -> add(child, codes, out));
    }
  }

  String text() {
    List<String> out = new ArrayList<>();
    out.add("# The index: systems, and the indicators below them.");
    out.add("# direction: + where more is better, - where less is. Please check those guessed.");
    out.add("# weight counts among siblings where the scenario weighs by method fixed.");
    out.add("title = " + DraftFiles.quoted("Index of " + plan.options().name()));
    out.add("children {");
    plan.nodes().forEach(node -> node(node, "  ", out));
    out.add("}");
    return String.join("\n", out) + "\n";
  }

  private void node(IndexTree.Node node, String indent, List<String> out) {
    if (node.children().isEmpty()) {
      leaf(plan.indicators().get(node.key()), node.weight(), indent, out);
      return;
    }
    out.add(
        indent
            + codes.get(node)
            + " { name-en = "
            + DraftFiles.quoted(node.name())
            + weight(node.weight())
            + ", children {");
    node.children().forEach(child -> node(child, indent + "  ", out));
    out.add(indent + "} }");
  }

  private static void leaf(
      PlannedIndicator indicator, double weight, String indent, List<String> out) {
    boolean isRatio = !indicator.denominator().isEmpty();
    out.add(
        indent
            + indicator.code()
            + " { name-en = "
            + DraftFiles.quoted(indicator.name())
            + ", direction = \""
            + indicator.direction()
            + "\", expression = \""
            + indicator.expression()
            + "\""
            + (isRatio ? ", unit = " + DraftFiles.quoted(indicator.unitText()) : "")
            + weight(weight)
            + " }"
            + (indicator.why().startsWith("guessed") ? " # direction " + indicator.why() : ""));
  }

  private static String weight(double weight) {
    return weight == 1 ? "" : String.format(Locale.ROOT, ", weight = %s", weight);
  }
}
