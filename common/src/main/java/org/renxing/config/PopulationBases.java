package org.renxing.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.renxing.model.BaseIndicator;
import org.renxing.model.IndexNode;
import org.renxing.model.Indicator;

/** Keeps index systems from mixing residents with registered persons in silence. */
final class PopulationBases {
  private static final String KEY = "mixes-population-bases";

  private PopulationBases() {}

  static void check(Section s, List<IndexNode> systems, ExpressionCheck expressions) {
    boolean mayMix = s.flag(KEY, false);
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
          KEY, "mixes populations: " + found + "; use one of them, or write " + KEY + " = true");
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
