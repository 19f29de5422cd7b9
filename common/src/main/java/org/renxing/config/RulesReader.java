package org.renxing.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.renxing.model.DecisionTable;
import org.renxing.model.Evidence;
import org.renxing.model.Key;
import org.renxing.model.LandRules;
import org.renxing.model.Lever;
import org.renxing.model.PathPolicy;
import org.renxing.model.RenxingException;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.UnitRules;
import org.renxing.model.VacancyPolicy;
import org.renxing.model.YearRange;

/** Reads the rules of analyses of units: conf/rules. */
record RulesReader(Binder binder) {
  private static final Set<String> SPANS =
      Set.of(ShrinkagePolicy.CONSECUTIVE, ShrinkagePolicy.FIRST_LAST);
  private static final Pattern PROVINCE = Pattern.compile("[1-9]\\d");

  Optional<UnitRules> read(Section rules) {
    Section lowUse = rules.section("low-use");
    Map<String, ?> parts =
        Map.of(
            "shrinkage", shrinkage(rules.section("shrinkage")),
            "path",
                knowing(Evidence.columns())
                    .bind(rules.section("path"), PathPolicy.none(), Map.of()),
            "levers", levers(rules.section("levers")),
            "vacancy", binder.bind(rules.section("vacancy"), VacancyPolicy.standard(), Map.of()),
            "land", land(lowUse, rules.section("zone-pattern")));
    return binder.bind(rules, UnitRules.class, parts);
  }

  private Binder knowing(List<String> evidence) {
    return binder.knowing(Key.EVIDENCE, Catalog.of(evidence));
  }

  private Optional<ShrinkagePolicy> shrinkage(Section s) {
    Bound<ShrinkagePolicy> read = binder.read(s, ShrinkagePolicy.standard(), Map.of());
    List<String> spans = read.get("spans");
    spans.stream().filter(span -> !SPANS.contains(span)).forEach(span -> checkYears(s, span));
    Set<String> north = read.get("northProvinces");
    north.stream()
        .filter(code -> !PROVINCE.matcher(code).matches())
        .forEach(code -> s.problem("north-provinces", "'" + code + "' is no code of two digits"));
    return read.build();
  }

  private static void checkYears(Section s, String span) {
    try {
      YearRange range = YearRange.parse(span);
      if (range.first() == range.last() || range.step() > 1) {
        s.problem("spans", "'" + span + "' is no span of two years; write it as 2010..2020");
      }
    } catch (RenxingException e) {
      s.unknown("spans", "there is no span '" + span + "', and it is no 2010..2020", span, SPANS);
    }
  }

  private List<Lever> levers(Section file) {
    List<Lever> levers = binder.list(file, "levers", Lever.class, lever -> Map.of());
    file.finish();
    return levers;
  }

  private Optional<LandRules> land(Section lowUse, Section zonePattern) {
    Map<String, List<String>> classes = new LinkedHashMap<>();
    Section given = lowUse.section("classes");
    for (String kind : LandRules.LOW_USE_KINDS) {
      classes.put(kind, given.texts(written(kind), List.of(kind)));
    }
    given.finish();
    var kinds = table(lowUse, LandRules.LOW_USE_VERDICTS, LandRules.lowUseEvidence());
    var pattern = table(zonePattern, LandRules.PATTERNS, LandRules.zoneEvidence());
    return kinds.isEmpty() || pattern.isEmpty()
        ? Optional.empty()
        : Optional.of(new LandRules(kinds.get(), classes, pattern.get()));
  }

  private Optional<DecisionTable> table(Section s, List<String> verdicts, List<String> evidence) {
    Map<String, String> allowed = new LinkedHashMap<>();
    verdicts.forEach(verdict -> allowed.put(written(verdict), verdict));
    List<DecisionTable.Rule> rules =
        knowing(evidence)
            .list(
                s,
                "rules",
                DecisionTable.Rule.class,
                rule -> {
                  rule.text("verdict");
                  return Map.of("verdict", rule.choice("verdict", allowed, verdicts.get(0)));
                });
    return s.build(() -> new DecisionTable(rules));
  }

  private static String written(String name) {
    return name.replace('_', '-');
  }
}
