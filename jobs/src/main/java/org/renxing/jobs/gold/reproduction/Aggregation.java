package org.renxing.jobs.gold.reproduction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.renxing.records.Accumulator;

/** Figures of the rows of a table, all in one pass. */
final class Aggregation implements Accumulator<Aggregate.Line, Aggregation> {
  private static final long serialVersionUID = 1L;
  private final List<Aggregate> aggregates;
  private final ArrayList<Figure> figures = new ArrayList<>();

  Aggregation(List<Aggregate> aggregates) {
    this.aggregates = List.copyOf(aggregates);
    aggregates.forEach(one -> figures.add(new Figure()));
  }

  /** A name, and what orders it. */
  private record Name(double place, String text) implements Serializable, Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      return Comparator.comparingDouble(Name::place).thenComparing(Name::text).compare(this, other);
    }
  }

  /** What is known of a figure. */
  private static final class Figure implements Serializable {
    private static final long serialVersionUID = 1L;
    private final TreeSet<Name> names = new TreeSet<>();
    private final ArrayList<Double> numbers = new ArrayList<>();
    private boolean isKnown;

    void add(Aggregate one, Aggregate.Line line) {
      Optional<Boolean> holds = one.holds(line);
      isKnown |= holds.isPresent();
      if (!holds.orElse(false)) {
        return;
      }
      if (one.kind() == Aggregate.Kind.NAMES || one.kind() == Aggregate.Kind.COUNT) {
        double place = one.other().isEmpty() ? 0 : line.number(one.other());
        line.text(one.column()).ifPresent(name -> names.add(new Name(place, name)));
        return;
      }
      double number = line.number(one.column());
      number -= one.other().isEmpty() ? 0 : line.number(one.other());
      if (!Double.isNaN(number)) {
        numbers.add(number);
        reduce(one.kind());
      }
    }

    void merge(Aggregate one, Figure more) {
      isKnown |= more.isKnown;
      names.addAll(more.names);
      numbers.addAll(more.numbers);
      reduce(one.kind());
    }

    /** Keeps one number only where one is enough. */
    private void reduce(Aggregate.Kind kind) {
      if (kind != Aggregate.Kind.MEAN && numbers.size() > 1) {
        boolean isLargest = kind == Aggregate.Kind.LARGEST;
        double one = isLargest ? Collections.max(numbers) : Collections.min(numbers);
        numbers.clear();
        numbers.add(one);
      }
    }

    Optional<String> text(Aggregate one) {
      return switch (one.kind()) {
        case COUNT -> Optional.of(String.valueOf(names.size()));
        case NAMES -> {
          boolean isMissing = one.other().isEmpty() ? !isKnown : names.isEmpty();
          yield isMissing
              ? Optional.empty()
              : Optional.of(names.stream().map(Name::text).collect(Collectors.joining("、")));
        }
        default -> {
          double sum = numbers.stream().sorted().mapToDouble(Double::doubleValue).sum();
          yield numbers.isEmpty()
              ? Optional.empty()
              : Optional.of(String.valueOf(sum / numbers.size() * one.times() / one.over()));
        }
      };
    }
  }

  @Override
  public void add(Aggregate.Line line) {
    for (int i = 0; i < figures.size(); i++) {
      figures.get(i).add(aggregates.get(i), line);
    }
  }

  @Override
  public void merge(Aggregation other) {
    for (int i = 0; i < figures.size(); i++) {
      figures.get(i).merge(aggregates.get(i), other.figures.get(i));
    }
  }

  /**
   * A figure as text. Names are joined; none is an empty text where it is known that no row fulfils
   * the conditions, and names in an order are then missing, as numbers are.
   */
  Optional<String> text(Aggregate one) {
    return figures.get(aggregates.indexOf(one)).text(one);
  }
}
