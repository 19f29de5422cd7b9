package org.renxing.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.BaseIndicator;
import org.renxing.model.BaseIndicator.Population;
import org.renxing.model.Key;
import org.renxing.model.PerHead;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.model.UnitOfMeasure;

/**
 * Reads when figures are suspect, and what follows.
 *
 * @param binder knows the base indicators
 */
record QualityReader(
    Binder binder, Catalog<BaseIndicator> indicators, Catalog<UnitOfMeasure> units) {
  Optional<QualityPolicy> read(Section s) {
    List<Identity> identities = new ArrayList<>();
    List<PerHead> perHead = new ArrayList<>();
    s.section("identities")
        .children()
        .forEach(
            (id, section) -> {
              if (isPerHead(section)) {
                perHead(id, section).ifPresent(perHead::add);
              } else {
                binder.bind(section, Identity.class, Map.of("id", id)).ifPresent(identities::add);
              }
            });
    Map<String, Object> given = new HashMap<>(panelRules(s));
    given.put("identities", identities);
    given.put("perHead", perHead);
    return binder.bind(s, QualityPolicy.standard(), given);
  }

  /** Whether an identity is a rate per head rather than two expressions. */
  private static boolean isPerHead(Section s) {
    return s.has("rate") || s.has("total") || s.has("heads");
  }

  /**
   * By what figures can be checked against each other: for the most part it follows from the
   * declarations of base indicators.
   */
  private Map<String, ?> panelRules(Section quality) {
    List<List<String>> distinct = new ArrayList<>(populations());
    Section groups = quality.section("distinct");
    for (String name : groups.keys()) {
      List<String> codes = groups.texts(name, List.of());
      indicators.require(groups, name, Key.BASE_INDICATOR, codes);
      if (codes.size() < 2) {
        groups.problem(name, "two base indicators or more expected, found " + codes);
      } else {
        distinct.add(codes);
      }
    }
    List<String> steady =
        indicators.values().values().stream()
            .filter(BaseIndicator::isSteady)
            .map(BaseIndicator::code)
            .sorted()
            .toList();
    return Map.of("steady", steady, "dimensions", dimensions(), "distinct", distinct);
  }

  /** Residents and registered persons are counted apart, whatever they are called. */
  private List<List<String>> populations() {
    List<List<String>> out = new ArrayList<>();
    for (String resident : counting(Population.RESIDENT)) {
      for (String registered : counting(Population.REGISTERED)) {
        if (dimension(resident).equals(dimension(registered))) {
          out.add(List.of(resident, registered));
        }
      }
    }
    return out;
  }

  private List<String> counting(Population population) {
    return indicators.values().values().stream()
        .filter(base -> base.population().equals(Optional.of(population)))
        .map(BaseIndicator::code)
        .sorted()
        .toList();
  }

  /** The codes of each dimension that several indicators have. */
  private List<List<String>> dimensions() {
    Map<String, List<String>> out = new TreeMap<>();
    for (String code : new TreeMap<>(indicators.values()).keySet()) {
      out.computeIfAbsent(dimension(code), d -> new ArrayList<>()).add(code);
    }
    out.remove("");
    return out.values().stream().filter(codes -> codes.size() > 1).map(List::copyOf).toList();
  }

  /** What an indicator measures; empty where that is not known. */
  private String dimension(String code) {
    return measure(code).map(UnitOfMeasure::dimension).orElse("");
  }

  private Optional<UnitOfMeasure> measure(String code) {
    return indicators.find(code).flatMap(base -> units.find(base.unitOfMeasure()));
  }

  /** An identity in the form of a rate, a total and heads. */
  private Optional<PerHead> perHead(String id, Section s) {
    String rate = s.text("rate", "");
    String total = s.text("total", "");
    List<String> heads = s.texts("heads", List.of());
    double factor = heads.isEmpty() ? 1 : factor(rate) * factor(heads.get(0)) / factor(total);
    Bound<PerHead> read = binder.read(s, PerHead.class, Map.of("id", id, "factor", factor));
    if (heads.isEmpty()) {
      s.problem("heads", "one base indicator or more expected: who the total is divided by");
    }
    requireOnePrice(s, rate, total);
    requireOneMeasure(s, heads);
    return read.build();
  }

  /** A rate at the prices of one year says nothing of a total at those of another. */
  private void requireOnePrice(Section s, String rate, String total) {
    String ofRate = price(rate);
    String ofTotal = price(total);
    if (!ofRate.equals(ofTotal)) {
      s.problem(
          "total",
          "%s is at prices %s and %s at prices %s; name a total at the prices of the rate"
              .formatted(rate, ofRate, total, ofTotal));
    }
  }

  private String price(String code) {
    return indicators
        .find(code)
        .flatMap(BaseIndicator::price)
        .map(Object::toString)
        .orElse("not declared");
  }

  private void requireOneMeasure(Section s, List<String> heads) {
    List<String> names =
        heads.stream()
            .flatMap(code -> indicators.find(code).stream())
            .map(BaseIndicator::unitOfMeasure)
            .distinct()
            .toList();
    if (names.size() > 1) {
      s.problem("heads", "one unit of measure expected, found " + String.join(" and ", names));
    }
  }

  private double factor(String code) {
    return measure(code).map(UnitOfMeasure::factor).orElse(1.0);
  }
}
