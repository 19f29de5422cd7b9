package org.renxing.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;

/**
 * The indicators of an index system in their order, with what stands above each.
 *
 * @param codes indicators, depth first; an indicator's place here is its place in a vector
 * @param systems the system of each
 * @param criteria the parent of each, empty where that is the system itself
 * @param nodes inner nodes: the whole ({@code overall}), systems, criteria
 */
public record IndicatorOrder(
    List<String> codes, List<String> systems, List<String> criteria, List<Node> nodes)
    implements Serializable {

  public IndicatorOrder {
    codes = List.copyOf(codes);
    systems = List.copyOf(systems);
    criteria = List.copyOf(criteria);
    nodes = List.copyOf(nodes);
  }

  /**
   * An inner node of the index.
   *
   * @param depth 0 for the whole, 1 for systems
   * @param members places of the indicators below it, upwards
   */
  public record Node(String code, int depth, List<Integer> members) implements Serializable {
    public Node {
      members = List.copyOf(members);
    }
  }

  /** The order of an index system. */
  public static IndicatorOrder of(IndexSystem indexSystem) {
    List<String> codes = indexSystem.indicators().stream().map(Indicator::code).toList();
    Map<String, String> systems = indexSystem.systemOfIndicator();
    Map<String, String> parents = new HashMap<>();
    for (IndexNode system : indexSystem.systems()) {
      system
          .innerNodes()
          .filter(node -> !node.equals(system))
          .forEach(node -> node.indicators().forEach(i -> parents.put(i.code(), node.code())));
    }
    return new IndicatorOrder(
        codes,
        codes.stream().map(systems::get).toList(),
        codes.stream().map(c -> parents.getOrDefault(c, "")).toList(),
        nodes(indexSystem, codes));
  }

  private static List<Node> nodes(IndexSystem indexSystem, List<String> codes) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    Map<String, Integer> depths = new HashMap<>();
    for (IndexSystem.Membership m : indexSystem.memberships()) {
      String code = m.depth() == 0 ? IndexSystem.OVERALL : m.nodeCode();
      members.computeIfAbsent(code, c -> new ArrayList<>()).add(codes.indexOf(m.indicatorCode()));
      depths.put(code, m.depth());
    }
    List<Node> out = new ArrayList<>();
    members.forEach(
        (code, places) -> {
          Collections.sort(places);
          out.add(new Node(code, depths.get(code), places));
        });
    return out;
  }

  /** How many indicators. */
  public int size() {
    return codes.size();
  }

  /** Places of the indicators of some systems, upwards. */
  public List<Integer> placesOf(List<String> some) {
    List<Integer> out = new ArrayList<>();
    for (int j = 0; j < codes.size(); j++) {
      if (some.contains(systems.get(j))) {
        out.add(j);
      }
    }
    return out;
  }
}
