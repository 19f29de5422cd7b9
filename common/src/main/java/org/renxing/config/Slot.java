package org.renxing.config;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.renxing.model.Key;

/**
 * Where one component of a record is read.
 *
 * @param fallback its value where none is written, if that is not said by the rule
 */
record Slot(Section section, String key, Key rule, Optional<?> fallback) {

  private static final Pattern BOUND =
      Pattern.compile(
          "(above|below|at most|between|from) ([\\d.]+)(?: (?:and|to) ([\\d.]+))?|([\\d.]+) or"
              + " more");

  static Slot of(Section section, RecordComponent part, Optional<?> fallback) {
    Key rule = part.getAnnotation(Key.class);
    return new Slot(section, key(part), rule == null ? Plain.RULE : rule, fallback);
  }

  /** The key of a component. */
  static String key(RecordComponent part) {
    Key rule = part.getAnnotation(Key.class);
    return rule == null || rule.value().isEmpty() ? Words.hyphenated(part.getName()) : rule.value();
  }

  /** The rule of components that have none. */
  private record Plain(@Key int part) {
    static final Key RULE = Plain.class.getRecordComponents()[0].getAnnotation(Key.class);
  }

  boolean isWritten() {
    return section.has(key);
  }

  /** The same, which for want of a value has a stand-in. */
  Slot optional(Class<?> type) {
    Optional<?> standIn =
        type.isEnum()
            ? Optional.of(type.getEnumConstants()[0])
            : Optional.of("")
                .filter(text -> type == String.class || Values.parser(type).isPresent());
    return new Slot(section, key, rule, standIn);
  }

  /** The texts for want of a value. */
  Optional<List<String>> texts() {
    if (fallback.isPresent()) {
      return Optional.of(
          fallback.get() instanceof Collection<?> list
              ? list.stream().map(String::valueOf).toList()
              : List.of(String.valueOf(fallback.get())));
    }
    return Optional.of(List.of(rule.or())).filter(or -> !or.isEmpty());
  }

  String text(Optional<String> or) {
    return or.isPresent() ? section.text(key, or.get()) : section.text(key);
  }

  /** A value that is written as one text. */
  Optional<?> parsed(Function<String, ?> parser) {
    if (!isWritten() && fallback.isPresent()) {
      section.optionalText(key); // so that the key is a known one
      return fallback;
    }
    String text = text(texts().map(or -> or.get(0)));
    return section.isTroubled(key)
        ? Optional.empty()
        : section.attempt(key, () -> parser.apply(text));
  }

  boolean flag() {
    return section.flag(key, texts().isPresent() && Boolean.parseBoolean(texts().get().get(0)));
  }

  double number() {
    Optional<Double> or = texts().map(texts -> Double.valueOf(texts.get(0)));
    double value = or.isPresent() ? section.number(key, or.get()) : section.number(key);
    return isAllowed(value, "", true) ? value : or.orElse(value);
  }

  long wholeNumber() {
    Optional<List<String>> or = texts();
    if (!isWritten() && or.isPresent()) {
      section.optionalText(key); // so that the key is a known one
      return Long.parseLong(or.get().get(0));
    }
    double value = isWritten() ? section.number(key, Double.NaN) : section.number(key);
    boolean isAllowed = isAllowed(value, "a whole number ", value == Math.rint(value));
    return isAllowed ? (long) (value * rule.times()) : 1;
  }

  /** A constant of an enum. */
  <E> E choice(Class<E> type) {
    Map<String, E> allowed = Words.of(type);
    if (fallback.isPresent()) {
      return section.choice(key, allowed, type.cast(fallback.get()));
    }
    if (rule.or().length == 0) {
      section.text(key); // which must be written
      return section.choice(key, allowed, type.getEnumConstants()[0]);
    }
    return section.choice(key, allowed, allowed.get(rule.or()[0]));
  }

  private boolean isAllowed(double value, String what, boolean isOfForm) {
    boolean isAllowed = isOfForm && isWithin(value, rule.is());
    if (!isAllowed && !Double.isNaN(value) && !section.isTroubled(key)) {
      section.problem(key, "must be " + what + rule.is() + ", found " + value);
    }
    return isAllowed;
  }

  private static boolean isWithin(double value, String words) {
    boolean out = true;
    Matcher bound = BOUND.matcher(words);
    while (bound.find()) {
      String word = String.valueOf(bound.group(1));
      double first = Double.parseDouble(bound.group(bound.group(1) == null ? 4 : 2));
      double last = bound.group(3) == null ? first : Double.parseDouble(bound.group(3));
      out &=
          switch (word) {
            case "above" -> value > first;
            case "below" -> value < first;
            case "at most" -> value <= first;
            case "between" -> value > first && value < last;
            case "from" -> value >= first && value <= last;
            default -> value >= first;
          };
    }
    return out;
  }
}
