package org.renxing.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.renxing.model.DecisionTable;
import org.renxing.model.LandRules;
import org.renxing.model.RenxingException;

/** Reads the rules of low-use land and of patterns of zones. */
final class LandReader {
  private final Vocabulary vocabulary;

  LandReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Both files.
   *
   * @param rules the section around {@code low-use} and {@code zone-pattern}
   */
  Optional<LandRules> read(Section rules) {
    Section lowUse = rules.section("low-use");
    Map<String, List<String>> classes = classes(lowUse.section("classes"));
    var kinds = table(lowUse, LandRules.LOW_USE_VERDICTS, LandRules.lowUseEvidence());
    var pattern =
        table(rules.section("zone-pattern"), LandRules.PATTERNS, LandRules.zoneEvidence());
    return kinds.isEmpty() || pattern.isEmpty()
        ? Optional.empty()
        : Optional.of(new LandRules(kinds.get(), classes, pattern.get()));
  }

  private static Map<String, List<String>> classes(Section s) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    for (String kind : LandRules.LOW_USE_KINDS) {
      out.put(kind, s.texts(written(kind), List.of(kind)));
    }
    s.finish();
    return out;
  }

  private Optional<DecisionTable> table(Section s, List<String> verdicts, List<String> evidence) {
    List<DecisionTable.Rule> out = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section rule : s.sections("rules")) {
      rule(rule, ids, verdicts, evidence).ifPresent(out::add);
    }
    return s.build(() -> new DecisionTable(out));
  }

  private Optional<DecisionTable.Rule> rule(
      Section s, Set<String> ids, List<String> verdicts, List<String> evidence) {
    String id = s.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      s.problem("id", "'" + id + "' is used twice");
    }
    String condition = s.text("condition");
    check(s, condition, evidence);
    Map<String, String> allowed = new LinkedHashMap<>();
    verdicts.forEach(verdict -> allowed.put(written(verdict), verdict));
    s.text("verdict");
    String verdict = s.choice("verdict", allowed, verdicts.get(0));
    String because = s.text("because", "");
    return s.build(() -> new DecisionTable.Rule(id, condition, verdict, because));
  }

  private void check(Section s, String condition, List<String> evidence) {
    if (condition.isBlank()) {
      return;
    }
    try {
      for (String name : vocabulary.identifiers().apply(condition)) {
        if (!evidence.contains(name)) {
          s.unknown("condition", "there is no evidence '" + name + "'", name, evidence);
        }
      }
    } catch (RenxingException e) {
      s.problem("condition", e.getMessage());
    }
  }

  private static String written(String name) {
    return name.replace('_', '-');
  }
}
