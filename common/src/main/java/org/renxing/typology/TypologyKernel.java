package org.renxing.typology;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.renxing.measure.MeasureValue;
import org.renxing.model.Typology;

/**
 * Types of units in years by one typology (methods: types). No figure depends on the order of
 * values.
 */
public final class TypologyKernel implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Typology typology;
  private final String overall;
  private final int step;

  /**
   * A typology of a scenario.
   *
   * @param overall the measure whose mean numbers types upwards, where each row has it; else the
   *     first feature does
   * @param step calendar years from a year to the next
   */
  public TypologyKernel(Typology typology, String overall, int step) {
    this.typology = typology;
    this.overall = overall;
    this.step = step;
  }

  /** Whether it looks at values of a measure. */
  public boolean takes(String measure) {
    return measure.equals(overall) || typology.features().contains(measure);
  }

  /**
   * The types.
   *
   * @param values of the measures that it {@link #takes}, in any order, each unit and year once a
   *     measure
   */
  public Types of(Collection<MeasureValue> values) {
    List<Observation> all = observations(values);
    List<Fit> fits =
        samples(all).stream().map(sample -> Fit.of(typology, sample, overall)).toList();
    List<Types.Member> members = new ArrayList<>();
    List<Types.Profile> profiles = new ArrayList<>();
    List<Types.Trial> trials = new ArrayList<>();
    List<Types.Stability> stabilities = new ArrayList<>();
    List<Types.Move> moves = new ArrayList<>();
    for (Fit fit : fits) {
      members.addAll(fit.members());
      profiles.addAll(fit.profiles());
      trials.addAll(fit.trials());
      fit.stability().ifPresent(stabilities::add);
      moves.addAll(fit.moves(step));
    }
    return new Types(typology.id(), members, profiles, trials, stabilities, moves);
  }

  private List<Observation> observations(Collection<MeasureValue> values) {
    Map<String, Observation> out = new TreeMap<>();
    for (MeasureValue value : values) {
      Observation row =
          out.computeIfAbsent(
              value.unitId() + "\n" + value.year(),
              key -> new Observation(value.unitId(), value.year(), typology.features().size()));
      int feature = typology.features().indexOf(value.measure());
      if (feature >= 0) {
        row.set(feature, value.value());
      }
      if (value.measure().equals(overall)) {
        row.setScore(value.value());
      }
    }
    return out.values().stream().sorted(Observation.ORDER).toList();
  }

  private List<Sample> samples(List<Observation> all) {
    return switch (typology.years().kind()) {
      case ALL -> samples(all, row -> true);
      case SPAN -> samples(all, row -> typology.years().span().contains(row.year()));
      case LATEST -> {
        OptionalInt latest =
            all.stream().filter(Observation::isComplete).mapToInt(Observation::year).max();
        int newest = all.stream().mapToInt(Observation::year).max().orElse(0);
        yield samples(all, row -> row.year() == latest.orElse(newest));
      }
      case EACH ->
          all.stream()
              .map(Observation::year)
              .distinct()
              .sorted()
              .flatMap(year -> samples(all, row -> row.year() == year).stream())
              .toList();
    };
  }

  /** The sample of some rows; none where there are none. */
  private List<Sample> samples(List<Observation> all, Predicate<Observation> test) {
    List<Observation> rows = all.stream().filter(test).toList();
    return rows.isEmpty() ? List.of() : List.of(new Sample(typology, rows));
  }
}
