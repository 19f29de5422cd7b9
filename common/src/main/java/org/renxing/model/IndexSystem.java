package org.renxing.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A hierarchy of indicators of any depth. The root's children are its <em>systems</em>; inner nodes
 * below them are criteria; leaves are indicators.
 *
 * @param source the publication or decision that defines it
 */
public record IndexSystem(String id, String title, String source, IndexNode root) {
  /** The code of the root, under which whole scores are published. */
  public static final String OVERALL = "overall";

  public IndexSystem {
    Set<String> seen = new HashSet<>();
    walk(root, node -> requireNew(seen, node.code(), id));
  }

  /** The root's children, in the order of the configuration. */
  public List<IndexNode> systems() {
    return root.children();
  }

  /** All indicators, depth first. */
  public List<Indicator> indicators() {
    return root.indicators().toList();
  }

  /** Indicator code to the code of the system that it belongs to. */
  public Map<String, String> systemOfIndicator() {
    Map<String, String> out = new LinkedHashMap<>();
    for (IndexNode system : systems()) {
      system.indicators().forEach(i -> out.put(i.code(), system.code()));
    }
    return out;
  }

  /** Every (inner node, indicator below it, depth) of the tree; depth 0 is the root. */
  public List<Membership> memberships() {
    List<Membership> out = new ArrayList<>();
    collect(root, 0, out);
    return List.copyOf(out);
  }

  /**
   * Fixed weights of the leaves, summing to 1 over the whole: the product of each node's share
   * among its siblings on the way down from the root.
   */
  public Map<String, Double> fixedLeafWeights() {
    Map<String, Double> out = new LinkedHashMap<>();
    spread(root, 1.0, out);
    return out;
  }

  /**
   * One indicator below one inner node.
   *
   * @param depth the node's distance from the root
   */
  public record Membership(String nodeCode, String indicatorCode, int depth) {}

  private static void collect(IndexNode node, int depth, List<Membership> out) {
    if (node.indicator().isPresent()) {
      return;
    }
    node.indicators().forEach(i -> out.add(new Membership(node.code(), i.code(), depth)));
    node.children().forEach(child -> collect(child, depth + 1, out));
  }

  private static void spread(IndexNode node, double share, Map<String, Double> out) {
    node.indicator().ifPresent(i -> out.put(i.code(), share));
    double total = node.children().stream().mapToDouble(IndexNode::weight).sum();
    for (IndexNode child : node.children()) {
      spread(child, share * child.weight() / total, out);
    }
  }

  private static void walk(IndexNode node, java.util.function.Consumer<IndexNode> visit) {
    visit.accept(node);
    node.children().forEach(child -> walk(child, visit));
  }

  private static void requireNew(Set<String> seen, String code, String system) {
    if (!seen.add(code)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "index system " + system + ": code " + code + " is used twice; codes must be unique");
    }
  }
}
