package org.renxing.jobs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.renxing.model.Coupling;
import org.renxing.model.IndexNode;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;

/** What codes are called, as the configuration has it; a code that it does not know stays bare. */
final class Names {
  /** Under which names stand that hold for all scenarios. */
  static final String ALL = "";

  private Names() {}

  /** Names of codes by scenario; base indicators, sources and scenarios are under {@link #ALL}. */
  static Map<String, Map<String, Label>> of(Settings settings, List<String> scenarios) {
    Map<String, Map<String, Label>> out = new LinkedHashMap<>();
    out.put(ALL, shared(settings, scenarios));
    for (String id : scenarios) {
      Optional.ofNullable(settings.scenarios().get(id)).ifPresent(s -> out.put(id, own(s)));
    }
    return out;
  }

  private static Map<String, Label> shared(Settings settings, List<String> scenarios) {
    Map<String, Label> out = new LinkedHashMap<>();
    settings.baseIndicators().forEach((code, i) -> out.put(code, label(i.nameEn(), i.nameZh())));
    settings.sources().forEach((id, source) -> out.put(id, new Label(source.title(), id)));
    for (String id : scenarios) {
      Optional.ofNullable(settings.scenarios().get(id)).ifPresent(s -> out.put(id, title(s)));
    }
    return out;
  }

  /** The title of a scenario; in Chinese the names of its systems, where it has no other. */
  private static Label title(Scenario scenario) {
    List<IndexNode> systems = scenario.indexSystem().systems();
    String zh = systems.stream().map(IndexNode::nameZh).collect(Collectors.joining("、"));
    return new Label(scenario.title(), scenario.titleZh().orElse(zh));
  }

  private static Map<String, Label> own(Scenario scenario) {
    Map<String, Label> out = new LinkedHashMap<>();
    scenario.indexSystem().systems().stream()
        .flatMap(IndexNode::innerNodes)
        .forEach(node -> out.put(node.code(), label(node.nameEn(), node.nameZh())));
    for (Coupling pair : scenario.couplings()) {
      out.put(
          pair.id(),
          new Label(names(pair, out, " × ", Label::en), names(pair, out, " × ", Label::zh)));
    }
    return out;
  }

  private static String names(
      Coupling pair, Map<String, Label> known, String between, Function<Label, String> language) {
    return pair.systems().stream()
        .map(code -> language.apply(known.get(code)))
        .collect(Collectors.joining(between));
  }

  private static Label label(String en, String zh) {
    String first = en.substring(0, Math.min(1, en.length())).toUpperCase(Locale.ROOT);
    return new Label(first + en.substring(first.length()), zh);
  }
}
