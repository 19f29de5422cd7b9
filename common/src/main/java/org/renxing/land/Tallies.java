package org.renxing.land;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.renxing.records.Accumulator;

/** A {@link Tally} for each kind, zone, unit and year. */
final class Tallies implements Accumulator<Term, Tallies> {
  private static final long serialVersionUID = 1L;
  private final HashMap<ZoneYear, Tally> tallies = new HashMap<>();

  @Override
  public void add(Term term) {
    tallies
        .computeIfAbsent(
            term.about(),
            about -> new Tally(term.sums().size(), term.counts().size(), term.maxima().size()))
        .add(term);
  }

  @Override
  public void merge(Tallies other) {
    other.tallies.forEach((about, tally) -> merge(tallies, about, tally));
  }

  /** All of them, and those of whole units, in order. */
  Map<ZoneYear, Tally> withWholes() {
    TreeMap<ZoneYear, Tally> out = new TreeMap<>();
    tallies.forEach(
        (about, tally) -> {
          merge(out, about, tally);
          merge(out, about.whole(), tally);
        });
    return out;
  }

  private static void merge(Map<ZoneYear, Tally> all, ZoneYear about, Tally tally) {
    all.computeIfAbsent(about, a -> Tally.like(tally)).merge(tally);
  }
}
