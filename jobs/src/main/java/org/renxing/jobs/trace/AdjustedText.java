package org.renxing.jobs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an observed base value was adjusted: the rows of its sources, and the sum in one line. */
final class AdjustedText {
  private AdjustedText() {}

  /** Rows of the table of sources for the parts, named by their unit and year. */
  static List<List<String>> sources(BaseTrace base, Adjusted adjusted) {
    List<List<String>> out = new ArrayList<>();
    for (Adjusted.PassedOver part : adjusted.passedOver()) {
      String name = "%s of %s".formatted(base.code(), part.unitName());
      out.addAll(IndicatorText.rows(name, base.unitOfMeasure(), part.sources(), part.setAside()));
    }
    for (Adjusted.Prices prices : adjusted.prices().stream().toList()) {
      for (Adjusted.Series series : shown(prices)) {
        out.addAll(level(prices, series, series.given()));
        if (series.wanted().year() != series.given().year()) {
          out.addAll(level(prices, series, series.wanted()));
        }
      }
    }
    return out;
  }

  private static List<List<String>> level(
      Adjusted.Prices prices, Adjusted.Series series, Adjusted.Level level) {
    String name =
        String.format(
            Locale.ROOT, "%s of %s %d", prices.deflator(), series.unitName(), level.year());
    return IndicatorText.rows(name, prices.unitOfMeasure(), level.sources(), level.setAside());
  }

  /** The series that counts, or all where none does. */
  private static List<Adjusted.Series> shown(Adjusted.Prices prices) {
    return prices.used().map(List::of).orElse(prices.series());
  }

  /** The formula with its figures, and what passed over or which prices they are. */
  static String formula(BaseTrace base, Adjusted adjusted) {
    StringBuilder sum = new StringBuilder(figure(base.observed()));
    List<String> why = new ArrayList<>();
    for (Adjusted.PassedOver part : adjusted.passedOver()) {
      sum.append(" + ").append(figure(part.value()));
      why.add(
          String.format(
              Locale.ROOT,
              "%s %s passed over (%s of %d)",
              part.unitName(),
              part.unitId(),
              part.kind(),
              part.year()));
    }
    String whole = adjusted.passedOver().isEmpty() ? sum.toString() : "(" + sum + ")";
    String formula =
        adjusted
            .prices()
            .map(p -> whole + " × " + p.used().map(AdjustedText::ratio).orElse("?"))
            .orElse(sum.toString());
    adjusted.prices().ifPresent(p -> why.add(prices(p)));
    return "%s = %s = %s: %s"
        .formatted(
            base.code(),
            formula,
            adjusted.value().map(Figures::shown).or(adjusted::cause).orElse("-"),
            String.join("; ", why));
  }

  private static String ratio(Adjusted.Series series) {
    return figure(series.wanted().value()) + " ÷ " + figure(series.given().value());
  }

  private static String prices(Adjusted.Prices prices) {
    return shown(prices).stream()
        .map(
            s ->
                "%s of %s %s (%s), %s ÷ %s"
                    .formatted(
                        prices.deflator(),
                        s.unitName(),
                        s.unitId(),
                        s.of(),
                        year(s.wanted()),
                        year(s.given())))
        .collect(Collectors.joining("; "));
  }

  private static String year(Adjusted.Level level) {
    return level.year() + (level.value().isPresent() ? "" : " missing");
  }

  private static String figure(Optional<Double> value) {
    return value.map(Figures::shown).orElse("?");
  }
}
