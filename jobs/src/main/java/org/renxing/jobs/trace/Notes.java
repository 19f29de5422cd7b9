package org.renxing.jobs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says where the parts of a trace do not make the released figure. */
final class Notes {
  private final List<String> notes = new ArrayList<>();

  void add(String note) {
    notes.add(note);
  }

  /** The trace with what was found. */
  Trace on(Trace trace) {
    trace.indicators().forEach(this::check);
    if (trace.aggregation().equals("arithmetic")) {
      trace.schemes().forEach(s -> s.nodes().forEach(node -> check(s, node)));
    }
    return new Trace(
        trace.release(),
        trace.scenario(),
        trace.aggregation(),
        trace.unit(),
        trace.year(),
        trace.exclusion(),
        trace.indicators(),
        trace.schemes(),
        trace.couplings(),
        trace.suspects(),
        notes);
  }

  private void check(IndicatorTrace i) {
    i.base().forEach(b -> b.sources().forEach(s -> check(b, s)));
    i.base().forEach(b -> b.adjusted().ifPresent(a -> check(i, b, a)));
    boolean isOfBase = i.base().stream().anyMatch(b -> b.imputed().isPresent());
    Optional<Double> released = isOfBase && !i.isWinsorised() ? i.value() : i.rawValue();
    boolean isCheckable = !isOfBase || !i.isWinsorised();
    if (isCheckable && !Figures.agree(i.derived().value(), released)) {
      add(
          "%s: the base values give %s, the release says %s; sources or configuration may have changed since"
              .formatted(i.code(), Figures.shown(i.derived().value()), Figures.shown(released)));
    }
    if (i.imputed().isPresent()
        && !i.isWinsorised()
        && !Figures.agree(i.imputed().get().value(), i.value())) {
      add(
          "%s: the neighbours give %s, the release says %s; neighbours of a group may themselves be drawn in"
              .formatted(
                  i.code(), Figures.shown(i.imputed().get().value()), Figures.shown(i.value())));
    }
  }

  private void check(IndicatorTrace i, BaseTrace base, Adjusted adjusted) {
    Optional<Double> parts = adjusted.ofParts(base.observed());
    if (!Figures.agree(parts, adjusted.value())) {
      add(
          "%s: the parts of %s give %s, the panel's adjustment %s; a part may be set aside by a check of quality, or of an earlier edition"
              .formatted(
                  i.code(), base.code(), Figures.shown(parts), Figures.shown(adjusted.value())));
    }
  }

  private void check(BaseTrace base, BaseTrace.SourceValue s) {
    Optional<Double> converted =
        s.number().flatMap(n -> s.conversion().map(c -> n * c.times() / c.over()));
    if (converted.isPresent()
        && s.flag().isEmpty()
        && !Figures.agree(converted, Optional.of(s.value()))) {
      add(
          "%s of %s: text and conversion give %s, silver says %s; the configuration may have changed since"
              .formatted(
                  base.code(), s.sourceId(), Figures.shown(converted), Figures.shown(s.value())));
    }
  }

  private void check(SchemeTrace scheme, SchemeTrace.Node node) {
    double sum =
        scheme.terms().stream()
            .filter(t -> t.nodes().contains(node.system()))
            .map(t -> t.contribution().orElse(null))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum();
    if (node.contribution().isPresent()
        && Math.abs(sum - node.contribution().get()) > 1e-9 * Math.max(1, Math.abs(sum))) {
      add(
          "%s, %s: the terms sum to %s, the release says %s; the index system may have changed since"
              .formatted(
                  scheme.scheme(),
                  node.system(),
                  Figures.shown(sum),
                  Figures.shown(node.contribution())));
    }
  }
}
