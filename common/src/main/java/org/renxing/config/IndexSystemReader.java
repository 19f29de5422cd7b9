package org.renxing.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Direction;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;

/** Reads index systems, trees of any depth, with children in the order of the file. */
final class IndexSystemReader {
  private static final String MIXES = "mixes-population-bases";
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Map<String, Direction> DIRECTIONS =
      Map.of("+", Direction.POSITIVE, "-", Direction.NEGATIVE);

  private final Binder binder;
  private final ExpressionCheck expressions;
  private final Map<String, String> placeOfCode = new HashMap<>();

  private IndexSystemReader(Binder binder, ExpressionCheck expressions) {
    this.binder = binder;
    this.expressions = expressions;
    placeOfCode.put(IndexSystem.OVERALL, "the root");
  }

  static Optional<IndexSystem> read(
      String id, Section s, Binder binder, ExpressionCheck expressions) {
    String title = s.text("title");
    String source = s.text("source", "");
    List<IndexNode> systems = new IndexSystemReader(binder, expressions).children(s);
    if (systems.isEmpty() && !s.isTroubled("children")) {
      s.problem("children", "needs one system or more");
    }
    checkPopulations(s, systems, expressions);
    return s.build(
        () ->
            new IndexSystem(
                id,
                title,
                source,
                new IndexNode(IndexSystem.OVERALL, "综合", "overall", 1, Optional.empty(), systems)));
  }

  private List<IndexNode> children(Section s) {
    List<IndexNode> out = new ArrayList<>();
    s.section("children")
        .children()
        .forEach((code, section) -> node(code, section).ifPresent(out::add));
    return out;
  }

  private Optional<IndexNode> node(String code, Section s) {
    String nameZh = s.text("name-zh", s.text("name-en", ""));
    requireNewCode(code, s);
    boolean isLeaf = !s.has("children");
    List<IndexNode> children = isLeaf ? List.of() : inner(s);
    Optional<Indicator> indicator =
        isLeaf ? Optional.of(indicator(code, nameZh, s.text("name-en", ""), s)) : Optional.empty();
    return binder.bind(
        s,
        IndexNode.class,
        Map.of("code", code, "nameZh", nameZh, "indicator", indicator, "children", children));
  }

  private List<IndexNode> inner(Section s) {
    List<IndexNode> children = children(s);
    for (String key : List.of("direction", "expression", "price")) {
      if (s.optionalText(key).isPresent()) {
        s.problem(key, "stands at leaves only; this node has children");
      }
    }
    if (children.isEmpty() && !s.isTroubled("children")) {
      s.problem("children", "needs one child or more");
    }
    return children;
  }

  private Indicator indicator(String code, String nameZh, String nameEn, Section s) {
    if (!s.has("direction")) {
      s.problem(
          "direction", "is required and missing (a leaf has one, + or -; a node has children)");
    }
    Direction direction = s.choice("direction", DIRECTIONS, Direction.POSITIVE);
    String expression = s.text("expression", code).strip();
    expressions.check(s, "expression", expression);
    String baseUnit = expressions.base(expression).map(base -> base.unitOfMeasure()).orElse("");
    String unit = s.text("unit", baseUnit);
    if (!baseUnit.isEmpty() && !unit.equals(baseUnit)) {
      s.problem(
          "unit",
          "'%s' is not the unit of base indicator %s, '%s'; convert in the expression or write that"
              .formatted(unit, expression, baseUnit));
    }
    Optional<Indicator.Price> price =
        s.has("price")
            ? Optional.of(s.choice("price", Indicator.Price.class, Indicator.Price.CURRENT))
            : Optional.empty();
    s.optionalText("price");
    return new Indicator(code, nameZh, nameEn, unit, direction, expression, price);
  }

  private void requireNewCode(String code, Section s) {
    if (!CODE.matcher(code).matches()) {
      s.problem("a code starts with a letter and has letters, digits, _ and - only");
    }
    String other = placeOfCode.putIfAbsent(code, s.place().toString());
    if (other != null) {
      s.problem("code '" + code + "' is used twice, also at " + other);
    }
  }

  /** Keeps residents and registered persons from being mixed in silence. */
  private static void checkPopulations(
      Section s, List<IndexNode> systems, ExpressionCheck expressions) {
    boolean mayMix = s.flag(MIXES, false);
    Map<BaseIndicator.Population, String> firstUse = new TreeMap<>();
    systems.stream()
        .flatMap(IndexNode::indicators)
        .forEach(indicator -> note(indicator, expressions, firstUse));
    if (firstUse.size() > 1 && !mayMix) {
      String found =
          firstUse.entrySet().stream()
              .map(e -> e.getKey().text() + " (" + e.getValue() + ")")
              .collect(Collectors.joining(" and "));
      s.problem(
          MIXES,
          "mixes populations: " + found + "; use one of them, or write " + MIXES + " = true");
    }
  }

  private static void note(
      Indicator indicator,
      ExpressionCheck expressions,
      Map<BaseIndicator.Population, String> firstUse) {
    for (BaseIndicator base : expressions.bases(indicator.expression())) {
      base.population()
          .ifPresent(p -> firstUse.putIfAbsent(p, base.code() + " in " + indicator.code()));
    }
  }
}
