package org.renxing.shrinkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.renxing.model.ShrinkagePolicy;
import org.renxing.model.YearRange;

/**
 * Two years that are compared.
 *
 * @param from the earlier year
 * @param to the later year
 */
public record Span(int from, int to) implements Comparable<Span>, Serializable {

  /**
   * The spans of a scenario, each once, in order.
   *
   * @param wanted as {@link ShrinkagePolicy#spans} has them; years that the scenario does not have
   *     are passed over
   */
  public static List<Span> of(YearRange years, List<String> wanted) {
    List<Integer> all = years.years();
    TreeSet<Span> out = new TreeSet<>();
    for (String text : wanted) {
      if (text.equals(ShrinkagePolicy.CONSECUTIVE)) {
        for (int i = 1; i < all.size(); i++) {
          out.add(new Span(all.get(i - 1), all.get(i)));
        }
      } else {
        Span span = text.equals(ShrinkagePolicy.FIRST_LAST) ? whole(all) : parsed(text);
        if (span.from < span.to && all.contains(span.from) && all.contains(span.to)) {
          out.add(span);
        }
      }
    }
    return List.copyOf(out);
  }

  /**
   * For each year of a scenario the span since its newest year at least so long before; a year that
   * has none before it is left out.
   */
  public static List<Span> back(YearRange years, int yearsBack) {
    List<Span> out = new ArrayList<>();
    for (int year : years.years()) {
      Optional<Integer> from =
          years.years().stream().filter(y -> y <= year - yearsBack).max(Integer::compare);
      from.ifPresent(y -> out.add(new Span(y, year)));
    }
    return List.copyOf(out);
  }

  private static Span whole(List<Integer> years) {
    return new Span(years.get(0), years.get(years.size() - 1));
  }

  private static Span parsed(String text) {
    YearRange range = YearRange.parse(text);
    return new Span(range.first(), range.last());
  }

  @Override
  public int compareTo(Span other) {
    int byFirst = Integer.compare(from, other.from);
    return byFirst == 0 ? Integer.compare(to, other.to) : byFirst;
  }
}
