package org.renxing.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.Evidence;
import org.renxing.model.Lever;
import org.renxing.model.PathPolicy;
import org.renxing.model.RenxingException;
import org.renxing.model.Statistic;
import org.renxing.model.UnitRules;

/** Reads the rules of analyses of units: conf/rules. */
final class RulesReader {
  private final Vocabulary vocabulary;

  RulesReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Optional<UnitRules> read(Section rules) {
    var shrinkage = ShrinkageReader.read(rules.section("shrinkage"));
    Optional<PathPolicy> path = path(rules.section("path"));
    Section leverFile = rules.section("levers");
    List<Lever> levers = levers(leverFile);
    leverFile.finish();
    var vacancy = VacancyReader.read(rules.section("vacancy"));
    var land = new LandReader(vocabulary).read(rules);
    return rules.build(
        () ->
            new UnitRules(
                shrinkage.orElseThrow(),
                path.orElseThrow(),
                levers,
                vacancy.orElseThrow(),
                land.orElseThrow()));
  }

  private Optional<PathPolicy> path(Section s) {
    int standard = PathPolicy.none().yearsBack();
    int yearsBack = s.wholeNumber("years-back", 1, 200).orElse(standard);
    List<PathPolicy.Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : s.sections("rules")) {
      rule(section, ids).ifPresent(rules::add);
    }
    return s.build(() -> new PathPolicy(yearsBack, rules));
  }

  private Optional<PathPolicy.Rule> rule(Section s, Set<String> ids) {
    String id = id(s, ids);
    String condition = s.text("condition");
    checkCondition(s, condition);
    s.text("points-to");
    var pointsTo = s.choice("points-to", PathPolicy.Path.class, PathPolicy.Path.GROWTH);
    String because = s.text("because", "");
    return s.build(() -> new PathPolicy.Rule(id, condition, pointsTo, because));
  }

  private void checkCondition(Section s, String condition) {
    if (condition.isBlank()) {
      return;
    }
    try {
      for (String name : vocabulary.identifiers().apply(condition)) {
        if (!Evidence.columns().contains(name)) {
          s.unknown("condition", "there is no evidence '" + name + "'", name, Evidence.columns());
        }
      }
    } catch (RenxingException e) {
      s.problem("condition", e.getMessage());
    }
  }

  private static List<Lever> levers(Section s) {
    List<Lever> out = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : s.sections("levers")) {
      lever(section, ids).ifPresent(out::add);
    }
    return out;
  }

  private static Optional<Lever> lever(Section s, Set<String> ids) {
    String id = id(s, ids);
    Map<String, Statistic> known = Words.of(Statistic.class);
    s.text("input");
    Statistic input = s.choice("input", known, Arrays.asList(Statistic.values()).get(0));
    double low = s.number("low");
    double high = s.number("high");
    double share = s.number("share", 1, v -> v >= 0 && v <= 1, "a share from 0 to 1");
    double factor = s.number("factor", 1, v -> v > 0, "above 0");
    String unit = s.text("unit");
    String source = s.text("source");
    String caution = s.text("caution", "");
    return s.build(() -> new Lever(id, input, low, high, share, factor, unit, source, caution));
  }

  private static String id(Section s, Set<String> ids) {
    String id = s.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      s.problem("id", "'" + id + "' is used twice");
    }
    return id;
  }
}
