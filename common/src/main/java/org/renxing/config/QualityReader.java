package org.renxing.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.BaseIndicator;
import org.renxing.model.Key;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.PanelRules;
import org.renxing.model.PerHead;
import org.renxing.model.QualityPolicy;
import org.renxing.model.QualityPolicy.Identity;
import org.renxing.model.QualityPolicy.Level;
import org.renxing.model.QualityPolicy.Response;
import org.renxing.model.SuspectKind;
import org.renxing.model.UnitOfMeasure;

/** Reads when figures are suspect, and what follows. */
final class QualityReader {
  private static final QualityPolicy STANDARD = QualityPolicy.standard();

  private final Catalog<BaseIndicator> indicators;
  private final ExpressionCheck expressions;
  private final PanelRulesReader panelRules;

  QualityReader(
      Catalog<BaseIndicator> indicators,
      Catalog<UnitOfMeasure> units,
      ExpressionCheck expressions) {
    this.indicators = indicators;
    this.expressions = expressions;
    this.panelRules = new PanelRulesReader(indicators, units);
  }

  Optional<QualityPolicy> read(Section s) {
    boolean isEnabled = s.flag("enabled", true);
    double limit = s.number("limit", STANDARD.limit(), v -> v > 0, "above 0");
    double leastFactor = s.number("least-factor", STANDARD.leastFactor(), v -> v > 1, "above 1");
    double peerLimit = s.number("peer-limit", STANDARD.peerLimit(), v -> v > 0, "above 0");
    double missingShare =
        s.number(
            "missing-share", STANDARD.missingShare(), v -> v >= 0 && v <= 1, "a share from 0 to 1");
    Map<SuspectKind, Response> responses = responses(s.section("kinds"));
    List<Identity> identities = new ArrayList<>();
    List<PerHead> perHead = new ArrayList<>();
    s.section("identities")
        .children()
        .forEach(
            (id, section) -> {
              if (isPerHead(section)) {
                panelRules.perHead(id, section).ifPresent(perHead::add);
              } else {
                identity(id, section).ifPresent(identities::add);
              }
            });
    Map<String, Bounds> ranges = ranges(s.section("ranges"));
    Optional<PanelRules> panel = panelRules.read(s, perHead);
    return s.build(
        () ->
            new QualityPolicy(
                isEnabled,
                limit,
                leastFactor,
                peerLimit,
                missingShare,
                responses,
                identities,
                ranges,
                panel.orElse(PanelRules.NONE)));
  }

  /** Whether an identity is a rate per head rather than two expressions. */
  private static boolean isPerHead(Section s) {
    return s.has("rate") || s.has("total") || s.has("heads");
  }

  private static Map<SuspectKind, Response> responses(Section kinds) {
    Map<SuspectKind, Response> out = new EnumMap<>(SuspectKind.class);
    Words.of(SuspectKind.class)
        .forEach(
            (word, kind) -> {
              Section section = kinds.section(word);
              Level level = section.choice("level", Level.class, Level.WARN);
              double confidence =
                  section.number("confidence", 0, v -> v >= 0 && v <= 1, "a share from 0 to 1");
              section.build(() -> new Response(level, confidence)).ifPresent(r -> out.put(kind, r));
            });
    kinds.finish();
    return out;
  }

  private Optional<Identity> identity(String id, Section s) {
    String left = s.text("left");
    String right = s.text("right");
    expressions.check(s, "left", left);
    expressions.check(s, "right", right);
    double tolerance = s.number("tolerance", 0.05, v -> v > 0, "above 0");
    return s.build(() -> new Identity(id, left, right, tolerance));
  }

  private Map<String, Bounds> ranges(Section s) {
    Map<String, Bounds> out = new TreeMap<>();
    for (String code : s.keys()) {
      indicators.require(s, code, Key.BASE_INDICATOR, List.of(code));
      List<Double> ends = s.numbers(code);
      if (ends.size() != 2) {
        s.problem(code, "two bounds expected, such as [0, 100]");
      } else {
        s.attempt(code, () -> new Bounds(ends.get(0), ends.get(1)))
            .ifPresent(bounds -> out.put(code, bounds));
      }
    }
    return out;
  }
}
