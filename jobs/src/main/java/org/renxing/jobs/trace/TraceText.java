package org.renxing.jobs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.renxing.jobs.console.Text;

/** A trace for people: one indicator in full, or a line each of all; then the scores. */
public final class TraceText {
  private final StringBuilder out = new StringBuilder();
  private final Trace trace;

  private TraceText(Trace trace) {
    this.trace = trace;
  }

  /** The text, on about one screen. */
  public static String of(Trace trace) {
    return new TraceText(trace).text();
  }

  private String text() {
    line(
        String.format(
            Locale.ROOT,
            "%s · %d · scenario %s · release %s",
            trace.unit(),
            trace.year(),
            trace.scenario(),
            trace.release()));
    trace
        .exclusion()
        .ifPresent(
            x ->
                line(
                    "Not in the panel: %s. %s (gold.panel_exclusion_unit)"
                        .formatted(x.reason(), x.detail())));
    if (trace.indicators().size() == 1) {
      IndicatorTrace one = trace.indicators().get(0);
      out.append(IndicatorText.of(one));
      scores(Optional.of(one.code()));
    } else if (!trace.indicators().isEmpty()) {
      overview();
      scores(Optional.empty());
    }
    trace.couplings().forEach(this::coupling);
    trace.suspects().forEach(s -> line("Suspect      " + s));
    trace.notes().forEach(n -> line("Note         " + n));
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void overview() {
    List<List<String>> rows = new ArrayList<>();
    for (IndicatorTrace i : trace.indicators()) {
      Optional<IndicatorTrace.Weight> weight = i.weights().stream().findFirst();
      rows.add(
          List.of(
              i.code(),
              i.nameEn(),
              i.unitOfMeasure(),
              i.rawValue().map(Figures::shown).orElse(i.missingReason().orElse("-")),
              i.imputationMethod().orElse("") + (i.isWinsorised() ? " drawn in" : ""),
              Figures.shown(i.value()),
              i.direction(),
              Figures.shown(i.normalised().normalised()),
              Figures.shown(weight.flatMap(IndicatorTrace.Weight::globalWeight)),
              Figures.shown(weight.flatMap(IndicatorTrace.Weight::contribution))));
    }
    String scheme = trace.schemes().stream().findFirst().map(SchemeTrace::scheme).orElse("-");
    out.append(
        Text.table(
            List.of(
                "indicator",
                "name",
                "unit",
                "derived",
                "imputed",
                "value",
                "",
                "normalised",
                "weight",
                "adds"),
            rows));
    line("Weights and what they add are those of scheme " + scheme + ", in the whole.");
  }

  /** Scores of the nodes above the indicator, or of all. */
  private void scores(Optional<String> code) {
    List<List<String>> rows = new ArrayList<>();
    for (SchemeTrace scheme : trace.schemes()) {
      List<String> above =
          scheme.terms().stream()
              .filter(t -> code.isPresent() && t.indicatorCode().equals(code.get()))
              .flatMap(t -> t.nodes().stream())
              .toList();
      for (SchemeTrace.Node node : scheme.nodes()) {
        if (code.isEmpty() || above.contains(node.system())) {
          rows.add(row(scheme, node));
        }
      }
    }
    boolean isSum = trace.aggregation().equals("arithmetic");
    line(
        isSum
            ? "Scores       Σ weight × normalised over the node's indicators ÷ its weight"
            : "Scores       exp(Σ weight × ln normalised over the node's indicators ÷ its weight)");
    out.append(
        Text.table(List.of("  scheme", "node", "weight", "Σ", "score", "rank", "missing"), rows));
  }

  private static List<String> row(SchemeTrace scheme, SchemeTrace.Node node) {
    return List.of(
        "  " + scheme.scheme(),
        node.system(),
        Figures.shown(node.systemWeight()),
        Figures.shown(node.contribution()),
        Figures.shown(node.score()),
        node.rank().map(r -> r + " of " + node.ranked()).orElse("-"),
        String.valueOf(node.missing()));
  }

  private void coupling(CouplingTrace c) {
    StringBuilder parts = new StringBuilder();
    StringBuilder t = new StringBuilder();
    for (int i = 0; i < c.parts().size(); i++) {
      CouplingTrace.Part part = c.parts().get(i);
      String name = i == 0 ? "s" : i == 1 ? "e" : "s" + (i + 1);
      parts.append(
          "%s%s (%s) %s".formatted(i == 0 ? "" : ", ", name, part.system(), shown(part.score())));
      t.append("%s%s %s".formatted(i == 0 ? "" : " + ", Figures.shown(part.alpha()), name));
    }
    line("Coupling     %s, %s: %s".formatted(c.pairId(), c.variant(), parts));
    line(
        "             c %s, t = %s = %s, d = √(c t) = %s, rank %s"
            .formatted(
                shown(c.c()),
                t,
                shown(c.t()),
                shown(c.d()),
                c.rank().map(String::valueOf).orElse("-")));
    line(
        "             "
            + c.reason()
                .orElseGet(
                    () ->
                        String.join(
                            "; ",
                            List.of(
                                c.couplingLevel().orElse("-"),
                                c.coordinationLevel().orElse("-"),
                                c.coordinationStage().orElse("-")))));
  }

  private static String shown(Optional<Double> value) {
    return Figures.shown(value);
  }
}
