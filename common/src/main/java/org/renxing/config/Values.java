package org.renxing.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.renxing.model.DeaReference;
import org.renxing.model.ErrorCode;
import org.renxing.model.Extent;
import org.renxing.model.Normalisation.Bounds;
import org.renxing.model.Normalisation.Quantiles;
import org.renxing.model.PriceBasis;
import org.renxing.model.RenxingException;
import org.renxing.model.TypeCount;
import org.renxing.model.TypeYears;
import org.renxing.model.YearRange;

/** Reads values that are written in a way of their own. */
final class Values {
  private static final Map<Class<?>, Function<String, ?>> PARSERS =
      Map.of(
          LocalDate.class, Values::day,
          DeaReference.class, DeaReference::parse,
          PriceBasis.class, PriceBasis::parse,
          TypeCount.class, TypeCount::parse,
          TypeYears.class, TypeYears::parse,
          YearRange.class, YearRange::parse);

  private static final Map<Class<?>, BiFunction<Section, String, Optional<?>>> READERS =
      Map.of(
          Bounds.class, Values::bounds,
          Extent.class, Values::extent,
          Quantiles.class, Values::quantiles);

  private static final int LONGEST_PATTERN = 1000;

  private Values() {}

  /** The parser of a type that is written as one text. */
  static Optional<Function<String, ?>> parser(Class<?> type) {
    return Optional.ofNullable(PARSERS.get(type));
  }

  /** The reader of a type that is written as a list of numbers. */
  static Optional<BiFunction<Section, String, Optional<?>>> reader(Class<?> type) {
    return Optional.ofNullable(READERS.get(type));
  }

  /** Two numbers. */
  private static Optional<?> bounds(Section s, String key) {
    return pair(s, key, "two bounds expected, such as [0, 100]", Bounds::new);
  }

  /** Four numbers, in degrees. */
  private static Optional<?> extent(Section s, String key) {
    List<Double> box = s.numbers(key);
    if (box.size() != 4 && !s.isTroubled(key)) {
      s.problem(key, "needs [west, south, east, north] in degrees: where all geometries must lie");
    }
    Supplier<Extent> late = () -> new Extent(box.get(0), box.get(1), box.get(2), box.get(3));
    return Optional.of(late); // for what it refuses is told of the whole
  }

  /** Two shares; an empty list is none. */
  private static Optional<?> quantiles(Section s, String key) {
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

  /** The expression at a key, if there is one; what is none is a problem there. */
  static Optional<Pattern> pattern(Section s, String key) {
    String text = s.text(key, "");
    if (text.length() > LONGEST_PATTERN) {
      s.problem(key, "has " + text.length() + " characters; at most " + LONGEST_PATTERN);
      return Optional.empty();
    }
    try {
      return s.optionalText(key).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      s.problem(key, "no regular expression: " + e.getDescription() + ", in '" + text + "'");
      return Optional.empty();
    }
  }
}
