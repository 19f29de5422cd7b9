package org.renxing.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.renxing.model.DeaReference;
import org.renxing.model.ErrorCode;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.Normalisation.Quantiles;
import org.renxing.model.PriceBasis;
import org.renxing.model.RenxingException;
import org.renxing.model.YearRange;

/** Reads values that are written in a way of their own. */
final class Values {
  private static final Map<Class<?>, Function<String, ?>> PARSERS =
      Map.of(
          LocalDate.class, Values::day,
          DeaReference.class, DeaReference::parse,
          PriceBasis.class, PriceBasis::parse,
          YearRange.class, YearRange::parse);

  private Values() {}

  /** The parser of a type that is written as one text. */
  static Optional<Function<String, ?>> parser(Class<?> type) {
    return Optional.ofNullable(PARSERS.get(type));
  }

  /** Two numbers. */
  static Optional<Bounds> bounds(Section s, String key) {
    return pair(s, key, "two bounds expected, such as [0, 100]", Bounds::new);
  }

  /** Two shares; an empty list is none. */
  static Optional<Quantiles> quantiles(Section s, String key) {
    return s.numbers(key).isEmpty()
        ? Optional.empty()
        : pair(s, key, "two quantiles expected, such as [0.01, 0.99]", Quantiles::new);
  }

  private static <T> Optional<T> pair(
      Section s, String key, String expected, BiFunction<Double, Double, T> make) {
    List<Double> ends = s.numbers(key);
    if (ends.size() != 2) {
      s.problem(key, expected);
      return Optional.empty();
    }
    return s.attempt(key, () -> make.apply(ends.get(0), ends.get(1)));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "'" + text + "' is no day; write it as 2020-12-31", e);
    }
  }
}
