package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.renxing.jobs.profile.GivenColumns;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The systems of an index, as labels of columns below nodes; the order is that of the file. */
final class IndexTree {
  /** The node that holds all where no systems are said. */
  static final String WHOLE = "index";

  private static final Pattern SIGN = Pattern.compile("[_.:/|]|\\s-\\s");

  /**
   * A node.
   *
   * @param key by which it is known: a label of a column, or the name of a system
   * @param children empty for a column
   */
  record Node(String key, String name, double weight, List<Node> children) {
    Node {
      children = List.copyOf(children);
    }

    static Node column(String label, double weight) {
      return new Node(label, "", weight, List.of());
    }

    /** Labels of the columns below. */
    List<String> labels() {
      return children.isEmpty()
          ? List.of(key)
          : children.stream().flatMap(child -> child.labels().stream()).toList();
    }
  }

  private IndexTree() {}

  /**
   * The systems of the columns that belong.
   *
   * @param labels of all usable columns, in the order of the file
   * @param all labels of the whole file, which a list of systems may name
   */
  static List<Node> of(
      PanelOptions options, IndicatorList list, List<String> labels, List<String> all) {
    List<Node> out =
        options
            .systems()
            .map(text -> text.equals("prefix") ? byPrefix(labels) : stated(text, labels, all))
            .orElseGet(
                () -> list.entries().isEmpty() ? List.of(whole(labels)) : listed(list, labels));
    return out.stream().filter(node -> !node.children().isEmpty()).toList();
  }

  private static Node whole(List<String> labels) {
    return system(WHOLE, labels);
  }

  private static Node system(String name, List<String> labels) {
    return new Node(name, name, 1, labels.stream().map(label -> Node.column(label, 1)).toList());
  }

  /** {@code economy=gdp,income;society=…}; a name may end in *, which stands for anything. */
  private static List<Node> stated(String text, List<String> labels, List<String> all) {
    Map<String, List<String>> systems = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      String[] sides = part.split("=", 2);
      if (sides.length < 2 || sides[0].isBlank()) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "--systems '" + part + "': write economy=gdp,income;society=schools or prefix");
      }
      List<String> members = systems.computeIfAbsent(sides[0].strip(), s -> new ArrayList<>());
      for (String name : sides[1].split(",", -1)) {
        String label = name.strip();
        if (label.endsWith("*")) {
          String start = label.substring(0, label.length() - 1);
          labels.stream().filter(l -> l.startsWith(start)).forEach(members::add);
        } else {
          members.add(GivenColumns.require("--systems", label, all));
        }
      }
    }
    List<Node> out = new ArrayList<>();
    systems.forEach(
        (name, members) ->
            out.add(system(name, members.stream().filter(labels::contains).toList())));
    return out;
  }

  /** One system for each word that labels begin with. */
  private static List<Node> byPrefix(List<String> labels) {
    Map<String, List<String>> systems = new LinkedHashMap<>();
    for (String label : labels) {
      String[] parts = SIGN.split(label, 2);
      systems
          .computeIfAbsent(parts.length < 2 ? WHOLE : parts[0].strip(), s -> new ArrayList<>())
          .add(label);
    }
    return systems.entrySet().stream().map(e -> system(e.getKey(), e.getValue())).toList();
  }

  /** The tree of a table of indicators; a single root is the whole index, which has no node. */
  private static List<Node> listed(IndicatorList list, List<String> labels) {
    Map<String, List<Node>> below = new LinkedHashMap<>();
    for (String label : labels) {
      IndicatorList.Entry entry = list.entries().get(label);
      if (entry != null) {
        below
            .computeIfAbsent(entry.parent(), p -> new ArrayList<>())
            .add(Node.column(label, entry.weight()));
      }
    }
    List<String> parents = new ArrayList<>(below.keySet());
    for (int i = 0; i < parents.size(); i++) {
      IndicatorList.Entry entry = list.entries().get(parents.get(i));
      boolean isBelow = entry != null && !entry.parent().isEmpty();
      if (isBelow && !parents.contains(entry.parent())) {
        parents.add(entry.parent());
      }
      if (parents.size() > list.entries().size() + labels.size() + 1) {
        throw new RenxingException(ErrorCode.USAGE, "--indicators: parents go round in a circle");
      }
    }
    List<Node> tops = new ArrayList<>();
    for (String parent : parents) {
      boolean isTop =
          parent.isEmpty()
              || !list.entries().containsKey(parent)
              || list.entries().get(parent).parent().isEmpty();
      if (isTop) {
        tops.add(node(parent, list, below, 0));
      }
    }
    boolean isRoot =
        tops.size() == 1
            && tops.get(0).children().stream().noneMatch(child -> child.children().isEmpty());
    return isRoot ? tops.get(0).children() : tops;
  }

  private static Node node(
      String key, IndicatorList list, Map<String, List<Node>> below, int depth) {
    if (depth > 20) {
      throw new RenxingException(ErrorCode.USAGE, "--indicators: parents go round in a circle");
    }
    List<Node> children = new ArrayList<>(below.getOrDefault(key, List.of()));
    for (IndicatorList.Entry entry : list.entries().values()) {
      boolean isNode = entry.parent().equals(key) && !entry.code().equals(key);
      boolean isColumn =
          below.values().stream().flatMap(List::stream).anyMatch(n -> n.key().equals(entry.code()));
      if (isNode && !key.isEmpty() && !isColumn) {
        Node child = node(entry.code(), list, below, depth + 1);
        if (!child.children().isEmpty()) {
          children.add(child);
        }
      }
    }
    IndicatorList.Entry own = list.entries().get(key);
    String name = own == null || own.name().isEmpty() ? key : own.name();
    String system = key.isEmpty() ? WHOLE : key;
    return new Node(
        system, name.isEmpty() ? WHOLE : name, own == null ? 1 : own.weight(), children);
  }
}
