package org.renxing.quality;

import java.util.ArrayList;
import java.util.List;
import org.renxing.model.PanelRules;
import org.renxing.model.QualityPolicy;
import org.renxing.quality.panel.AreaBreaks;
import org.renxing.quality.panel.DoubtfulFigure;
import org.renxing.quality.panel.Figure;
import org.renxing.quality.panel.HeadRates;
import org.renxing.quality.panel.PanelCheck;
import org.renxing.quality.panel.PanelFigures;
import org.renxing.quality.panel.SharedFigures;
import org.renxing.quality.panel.SharedInDimension;
import org.renxing.territory.Move;

/** The checks of {@link org.renxing.quality.panel}, each over all figures of its indicators. */
final class PanelChecks {
  private PanelChecks() {}

  /** The checks that follow from a policy. */
  static List<PanelCheck> of(QualityPolicy policy, List<Move> moves) {
    PanelRules rules = policy.panel();
    List<PanelCheck> out = new ArrayList<>();
    rules
        .steady()
        .forEach(code -> out.add(new AreaBreaks(code, policy.limit(), rules.steadyStep(), moves)));
    rules.dimensions().forEach(codes -> out.add(new SharedInDimension(codes)));
    for (List<String> group : rules.distinct()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          out.add(new SharedFigures(group.get(i), group.get(j), true));
        }
      }
    }
    rules.perHead().forEach(rule -> out.add(new HeadRates(rule)));
    return List.copyOf(out);
  }

  /** What a check finds of the figures of its indicators, of which there is one at least. */
  static List<Finding> findings(PanelCheck check, List<Figure> figures) {
    PanelFigures panel = PanelFigures.of(figures);
    return check.judge(panel).stream().map(doubt -> finding(panel, doubt)).toList();
  }

  private static Finding finding(PanelFigures panel, DoubtfulFigure doubt) {
    return new Finding(
        new Figure(
            panel.units().get(doubt.unit()),
            panel.year(doubt.year()),
            doubt.code(),
            panel.value(doubt.code(), doubt.unit(), doubt.year()),
            panel.source(doubt.code(), doubt.unit(), doubt.year())),
        doubt.kind(),
        doubt.lower(),
        doubt.upper(),
        Math.round(doubt.confidence() * 1e4) / 1e4,
        doubt.evidence());
  }
}
