package org.renxing.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.renxing.model.RenxingException;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.ShrinkagePolicy.Pyramid;
import org.renxing.model.ShrinkagePolicy.SizeClass;
import org.renxing.model.YearRange;

/** Reads when a unit counts as shrinking, and how large it is. */
final class ShrinkageReader {
  private static final ShrinkagePolicy STANDARD = ShrinkagePolicy.standard();
  private static final Set<String> NAMED =
      Set.of(ShrinkagePolicy.CONSECUTIVE, ShrinkagePolicy.FIRST_LAST);
  private static final Pattern PROVINCE = Pattern.compile("[1-9]\\d");

  private ShrinkageReader() {}

  static Optional<ShrinkagePolicy> read(Section s) {
    List<String> spans = s.texts("spans", STANDARD.spans());
    spans.forEach(span -> checkSpan(s, span));
    double severe = negative(s, "severe-pct", STANDARD.severePct());
    double loss = negative(s, "loss-pct", STANDARD.lossPct());
    double near = negative(s, "near-pct", STANDARD.nearPct());
    List<String> north = s.texts("north-provinces", List.of());
    north.stream()
        .filter(code -> !PROVINCE.matcher(code).matches())
        .forEach(code -> s.problem("north-provinces", "'" + code + "' is no code of two digits"));
    List<SizeClass> classes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : s.sections("size-classes")) {
      sizeClass(section, ids).ifPresent(classes::add);
    }
    Optional<Pyramid> pyramid = pyramid(s.section("pyramid"));
    return s.build(
        () ->
            new ShrinkagePolicy(
                spans, severe, loss, near, Set.copyOf(north), classes, pyramid.orElseThrow()));
  }

  private static void checkSpan(Section s, String span) {
    if (NAMED.contains(span)) {
      return;
    }
    try {
      YearRange range = YearRange.parse(span);
      if (range.first() == range.last() || range.step() > 1) {
        s.problem("spans", "'" + span + "' is no span of two years; write it as 2010..2020");
      }
    } catch (RenxingException e) {
      s.unknown("spans", "there is no span '" + span + "', and it is no 2010..2020", span, NAMED);
    }
  }

  private static double negative(Section s, String key, double fallback) {
    return s.number(key, fallback, v -> v < 0, "below 0");
  }

  private static Optional<SizeClass> sizeClass(Section s, Set<String> ids) {
    String id = s.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      s.problem("id", "'" + id + "' is used twice");
    }
    double from = s.number("from");
    boolean isSmall = s.flag("small-or-medium", false);
    return s.build(() -> new SizeClass(id, from, isSmall));
  }

  private static Optional<Pyramid> pyramid(Section s) {
    Pyramid standard = STANDARD.pyramid();
    double growingChild = percent(s, "growing-child-pct", standard.growingChildPct());
    double decliningChild = percent(s, "declining-child-pct", standard.decliningChildPct());
    double growingOld = percent(s, "growing-old-pct", standard.growingOldPct());
    double decliningOld = percent(s, "declining-old-pct", standard.decliningOldPct());
    return s.build(() -> new Pyramid(growingChild, decliningChild, growingOld, decliningOld));
  }

  private static double percent(Section s, String key, double fallback) {
    return s.number(key, fallback, v -> v >= 0 && v <= 100, "a percentage from 0 to 100");
  }
}
