package org.renxing.jobs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renxing.jobs.console.Text;
import org.renxing.jobs.silver.Observation;

/** The way of one indicator, step by step. */
final class IndicatorText {
  private static final String FORMAT = "%-12s %s%n";
  private static final int NEIGHBOURS = 3;
  private final StringBuilder out = new StringBuilder();
  private final IndicatorTrace i;

  private IndicatorText(IndicatorTrace indicator) {
    this.i = indicator;
  }

  static String of(IndicatorTrace indicator) {
    return new IndicatorText(indicator).text();
  }

  private String text() {
    line(
        "Indicator",
        "%s %s %s, in %s, %s is better; system %s%s"
            .formatted(
                i.code(),
                i.nameEn(),
                i.nameZh(),
                i.unitOfMeasure(),
                i.direction().equals("-") ? "less" : "more",
                i.system(),
                i.criterion().map(c -> ", criterion " + c).orElse("")));
    sources();
    i.base()
        .forEach(b -> b.adjusted().ifPresent(a -> line("Adjusted", AdjustedText.formula(b, a))));
    line("Derived", i.derived().expression());
    line("", "= %s = %s".formatted(i.derived().filledIn(), shown(i.derived().value())));
    i.missingReason().ifPresent(r -> line("Missing", r));
    i.base().forEach(b -> b.imputed().ifPresent(m -> line("Imputed", b.code() + " " + imputed(m))));
    i.imputed().ifPresent(m -> line("Imputed", imputed(m)));
    if (i.isWinsorised()) {
      line("Treated", "drawn in to a quantile: " + shown(i.value()));
    }
    normalised();
    weights();
    return out.toString();
  }

  private void line(String label, String text) {
    out.append(FORMAT.formatted(label, text));
  }

  private void sources() {
    List<List<String>> rows = new ArrayList<>();
    for (BaseTrace b : i.base()) {
      rows.addAll(rows(b.code(), b.unitOfMeasure(), b.sources(), b.setAside()));
      b.adjusted().ifPresent(a -> rows.addAll(AdjustedText.sources(b, a)));
    }
    line("Sources", i.isSuspect() ? "a base value carries a mark of doubt" : "");
    out.append(
        Text.table(List.of("  base", "as received", "conversion", "value", "unit", "from"), rows));
  }

  /** What sources give for a base value, and what was set aside; one row where there is nothing. */
  static List<List<String>> rows(
      String name,
      String unitOfMeasure,
      List<BaseTrace.SourceValue> sources,
      List<BaseTrace.SetAside> setAside) {
    List<List<String>> out = new ArrayList<>();
    sources.forEach(s -> out.add(source(name, unitOfMeasure, s)));
    setAside.forEach(q -> out.add(aside(name, unitOfMeasure, q)));
    return out.isEmpty()
        ? List.of(List.of("  " + name, "none", "", "-", unitOfMeasure, "no source gives it"))
        : out;
  }

  private static List<String> source(String name, String unitOfMeasure, BaseTrace.SourceValue s) {
    String use = s.isPreferred() ? "" : " (precedence " + s.precedence() + ": not used)";
    if (s.sourceFile().equals(Observation.COMPUTED)) {
      return List.of(
          "  " + name,
          "",
          "computed",
          Figures.shown(s.value()),
          unitOfMeasure,
          "from the rows of " + s.sourceId() + " of this unit and year" + use);
    }
    String seen =
        s.receipt()
            .map(r -> ", as %s %s".formatted(r.unitText().orElse("?"), r.yearText().orElse("?")))
            .orElse(", no bronze row found");
    String marks =
        s.flag().map(f -> ", flag " + f).orElse("")
            + s.vintage().map(v -> ", vintage " + v).orElse("")
            + s.valueAsReceived()
                .filter(v -> v != s.value())
                .map(v -> ", corrected from " + Figures.shown(v))
                .orElse("");
    return List.of(
        "  " + name,
        "'" + s.textAsReceived().orElse(s.valueText()) + "'",
        s.conversion().map(IndicatorText::conversion).orElse("?"),
        Figures.shown(s.value()),
        unitOfMeasure,
        String.format(
            Locale.ROOT,
            "%s %s:%d \"%s\"%s%s%s",
            s.sourceId(),
            s.sourceFile(),
            s.rowNumber(),
            s.columnLabel(),
            seen,
            marks,
            use));
  }

  private static String conversion(BaseTrace.Conversion c) {
    if (c.times() == c.over()) {
      return c.from();
    }
    return c.from()
        + (c.over() == 1 ? " × " + Figures.shown(c.times()) : " ÷ " + Figures.shown(c.over()));
  }

  private static List<String> aside(String name, String unitOfMeasure, BaseTrace.SetAside q) {
    return List.of(
        "  " + name,
        "'" + q.valueText().orElse("") + "'",
        "set aside",
        "-",
        unitOfMeasure,
        String.format(
            Locale.ROOT, "%s %s:%d: %s", q.sourceId(), q.sourceFile(), q.rowNumber(), q.reason()));
  }

  private static String imputed(Imputed m) {
    int n = m.neighbours().size();
    boolean isGroup = m.group().isPresent();
    List<Imputed.Neighbour> near =
        isGroup && n > NEIGHBOURS
            ? m.neighbours().subList((n - NEIGHBOURS) / 2, (n - NEIGHBOURS) / 2 + NEIGHBOURS)
            : m.neighbours();
    String of =
        near.stream()
            .map(
                p -> "%s %s".formatted(isGroup ? p.unitName() : p.year(), Figures.shown(p.value())))
            .collect(Collectors.joining(", "));
    String group =
        m.group()
            .map(g -> String.format(Locale.ROOT, " of %d units of %s, in the middle", n, g))
            .orElse(" from");
    return "%s%s %s = %s".formatted(m.method(), group, of, shown(m.value()));
  }

  private void normalised() {
    IndicatorTrace.Normalised n = i.normalised();
    line(
        "Normalised",
        "%s %s: %s"
            .formatted(
                n.method(),
                n.scope(),
                formula(n).orElse("of " + shown(i.value()))
                    + " = "
                    + shown(n.normalised())
                    + (n.isClamped() ? ", clamped to the scale" : "")));
    if (n.lower().isPresent() && n.lower().equals(n.upper())) {
      line("", "constant: every unit gets 0");
    }
    line("  bounds", n.origin());
    n.lower().ifPresent(v -> line("  lower", Figures.shown(v) + setters(n.setLower())));
    n.upper().ifPresent(v -> line("  upper", Figures.shown(v) + setters(n.setUpper())));
  }

  private Optional<String> formula(IndicatorTrace.Normalised n) {
    boolean isLinear = List.of("min-max", "goalposts", "z-score").contains(n.method());
    if (!isLinear || n.lower().isEmpty() || n.upper().isEmpty() || i.value().isEmpty()) {
      return Optional.empty();
    }
    boolean isTurned = i.direction().equals("-") && !n.method().equals("z-score");
    String x = shown(i.value());
    String top = isTurned ? shown(n.upper()) + " − " + x : x + " − " + shown(n.lower());
    String sign = i.direction().equals("-") && n.method().equals("z-score") ? "−" : "";
    return Optional.of(
        "%s(%s) / (%s − %s)%s"
            .formatted(
                sign,
                top,
                shown(n.upper()),
                shown(n.lower()),
                n.scale() == 1 ? "" : " × " + Figures.shown(n.scale())));
  }

  private static String setters(IndicatorTrace.Setters setters) {
    if (setters.count() == 0) {
      return "";
    }
    String first =
        setters.first().stream()
            .map(s -> s.unitName() + " " + s.year())
            .collect(Collectors.joining(", "));
    long more = setters.count() - setters.first().size();
    return " set by " + first + (more > 0 ? " and " + more + " more" : "");
  }

  private void weights() {
    List<List<String>> rows = new ArrayList<>();
    for (IndicatorTrace.Weight w : i.weights()) {
      rows.add(
          List.of(
              "  " + w.scheme(),
              w.scope() + (w.weightYear() == 0 ? "" : " " + w.weightYear()),
              shown(w.weight()) + " in " + w.within(),
              shown(w.globalWeight()),
              shown(w.contribution()),
              shown(w.systemContribution()),
              w.reason().orElse("")));
    }
    line("Weights", "");
    out.append(
        Text.table(
            List.of(
                "  scheme",
                "scope",
                "weight",
                "in the whole",
                "adds to the whole",
                "adds to " + i.system(),
                ""),
            rows));
  }

  private static String shown(Optional<Double> value) {
    return Figures.shown(value);
  }
}
