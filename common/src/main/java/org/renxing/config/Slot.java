package org.renxing.config;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.renxing.model.Key;

/**
 * Where one component of a record is read.
 *
 * @param fallback its value where none is written, if that is not said by the rule
 */
record Slot(Section section, String key, Key rule, Optional<?> fallback) {

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
            : Optional.of("").filter(text -> type == String.class);
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
    return or.isPresent()
        ? section.number(key, or.get(), this::isWithin, allowed())
        : section.number(key);
  }

  long wholeNumber() {
    Optional<Long> or = texts().map(texts -> Long.valueOf(texts.get(0)));
    if (or.isEmpty()) {
      section.number(key); // which must be written
    }
    return section
        .wholeNumber(key, (int) rule.least(), (int) rule.most())
        .map(written -> (long) written * rule.times())
        .orElse(or.orElse((long) rule.least()));
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

  private boolean isWithin(double value) {
    return value > rule.above()
        && value >= rule.least()
        && value < rule.below()
        && value <= rule.most();
  }

  /** The bounds in words. */
  private String allowed() {
    boolean hasMost = rule.most() < Double.POSITIVE_INFINITY;
    boolean hasBelow = rule.below() < Double.POSITIVE_INFINITY;
    if (!rule.words().isEmpty()) {
      return rule.words();
    } else if (rule.above() > Double.NEGATIVE_INFINITY) {
      String above = shown(rule.above());
      return hasMost
          ? "above " + above + " and at most " + shown(rule.most())
          : hasBelow ? "between " + above + " and " + shown(rule.below()) : "above " + above;
    } else if (rule.least() > Double.NEGATIVE_INFINITY) {
      String least = shown(rule.least());
      return hasMost ? "from " + least + " to " + shown(rule.most()) : least + " or more";
    }
    return "below " + shown(rule.below());
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound)
        ? String.format(Locale.ROOT, "%.0f", bound)
        : String.valueOf(bound);
  }
}
