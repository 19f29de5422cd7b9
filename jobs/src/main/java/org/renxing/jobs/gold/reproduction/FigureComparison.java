package org.renxing.jobs.gold.reproduction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A computed figure beside a printed one.
 *
 * @param ours what is computed, rounded to four decimals; empty for nothing
 * @param agrees empty where nothing is printed to compare with, ours is missing in whole or part,
 *     or the data are made up
 * @param reason why it is so; empty where ours agrees and there is nothing to note
 */
record FigureComparison(Optional<String> ours, Optional<Boolean> agrees, Optional<String> reason) {
  private static final double NOISE = 1e-12;
  private static final int DECIMALS = 4;

  /**
   * Compares. A list of names without any is an answer of ours, "none".
   *
   * @param whyNot why there is none of ours; may be empty
   * @param computed texts in the order of the printed numbers; none where nothing is computed
   * @param isMadeUp whether the data are
   */
  static FigureComparison of(
      PublishedFigure figure, String whyNot, List<Optional<String>> computed, boolean isMadeUp) {
    if (computed.stream().allMatch(Optional::isEmpty)) {
      String why = whyNot.isEmpty() ? "the data lack it" : whyNot;
      return new FigureComparison(Optional.empty(), Optional.empty(), Optional.of(why));
    }
    Optional<String> ours =
        Optional.of(
            computed.stream().map(FigureComparison::shown).collect(Collectors.joining("; ")));
    Optional<Boolean> agrees = isMadeUp ? Optional.empty() : agrees(figure, computed);
    return new FigureComparison(ours, agrees, reason(figure, isMadeUp, agrees));
  }

  private static Optional<String> reason(
      PublishedFigure figure, boolean isMadeUp, Optional<Boolean> agrees) {
    if (isMadeUp) {
      return Optional.of("simulated data");
    }
    if (figure.values().isEmpty()) {
      return Optional.of("no numbers to compare");
    }
    if (agrees.isEmpty()) {
      return Optional.of("a part of ours is missing");
    }
    return agrees.get()
        ? Optional.of(figure.note()).filter(note -> !note.isEmpty())
        : Optional.of("differs: " + figure.note());
  }

  private static Optional<Boolean> agrees(PublishedFigure figure, List<Optional<String>> computed) {
    List<OptionalDouble> numbers =
        computed.stream().flatMap(Optional::stream).map(FigureComparison::number).toList();
    if (numbers.isEmpty()
        || numbers.size() != figure.values().size()
        || numbers.stream().anyMatch(OptionalDouble::isEmpty)) {
      return Optional.empty();
    }
    boolean isNear = true;
    for (int i = 0; i < numbers.size(); i++) {
      double difference = Math.abs(numbers.get(i).getAsDouble() - figure.values().get(i));
      isNear &= difference <= figure.tolerances().get(i) + NOISE;
    }
    return Optional.of(isNear);
  }

  /** Numbers to four decimals, texts as they are, an empty one as none. */
  private static String shown(Optional<String> computed) {
    String text = computed.orElse("missing");
    OptionalDouble number = number(text);
    return number.isPresent() ? rounded(number.getAsDouble()) : text.isEmpty() ? "none" : text;
  }

  /** A number to four decimals. */
  static String rounded(double number) {
    return String.valueOf(
        BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue());
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
