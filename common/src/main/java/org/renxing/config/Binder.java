package org.renxing.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.renxing.model.Key;

/**
 * Binds sections to records by their components, as {@link Key} says more of. What is wrong is
 * reported, each problem at its key, and what a record refuses at its section.
 *
 * @param names what {@link Key#names} and {@link Key#reads} speak of, by what is said of other
 *     names
 */
record Binder(Path home, Vocabulary vocabulary, Map<String, Catalog<?>> names) {

  /** The same, which knows names of one more kind. */
  Binder knowing(String kind, Catalog<?> known) {
    Map<String, Catalog<?>> all = new TreeMap<>(names);
    all.put(kind, known);
    return new Binder(home, vocabulary, all);
  }

  /** The same, with a further name of a kind. */
  Binder andNamed(String kind, String name) {
    Catalog<?> known = names.get(kind);
    Set<String> all = new TreeSet<>(known.names());
    all.add(name);
    return knowing(kind, new Catalog<>(Map.of(), all, known.isWhole()));
  }

  /** The record of a section. */
  <T extends Record> Optional<T> bind(Section s, Class<T> type, Map<String, ?> given) {
    return read(s, type, given).build();
  }

  /** The record of a section whose components are, where none are written, those of another. */
  <T extends Record> Optional<T> bind(Section s, T usual, Map<String, ?> given) {
    return read(s, usual, given).build();
  }

  /**
   * The components of a section.
   *
   * @param given components that are not read, by name; an empty one leaves no record
   */
  <T extends Record> Bound<T> read(Section s, Class<T> type, Map<String, ?> given) {
    return read(s, type, Optional.empty(), given);
  }

  /** The components of a section, with those of a usual record where none are written. */
  @SuppressWarnings("unchecked")
  <T extends Record> Bound<T> read(Section s, T usual, Map<String, ?> given) {
    return read(s, (Class<T>) usual.getClass(), Optional.of(usual), given);
  }

  /** The records of a list, those apart that are wrong. */
  <T extends Record> List<T> list(
      Section s, String key, Class<T> type, Function<Section, Map<String, ?>> given) {
    List<T> out = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Section element : s.sections(key)) {
      Bound<T> bound = read(element, type, given.apply(element));
      Arrays.stream(type.getRecordComponents())
          .map(part -> Slot.of(element, part, bound.values().get(part.getName())))
          .filter(slot -> slot.rule().isUnique())
          .forEach(slot -> requireNew(slot, seen));
      bound.build().ifPresent(out::add);
    }
    return out;
  }

  private static void requireNew(Slot slot, Set<String> seen) {
    String text = slot.fallback().map(String::valueOf).orElse("");
    if (!text.isEmpty() && !seen.add(text)) {
      slot.section().problem(slot.key(), "'" + text + "' is used twice");
    }
  }

  private <T extends Record> Bound<T> read(
      Section s, Class<T> type, Optional<?> usual, Map<String, ?> given) {
    Map<String, Optional<?>> values = new LinkedHashMap<>();
    for (RecordComponent part : type.getRecordComponents()) {
      Object known = given.get(part.getName());
      if (known == null) {
        Optional<?> fallback = usual.map(record -> Bound.component(record, part));
        values.put(part.getName(), component(s, part, fallback, given));
      } else {
        boolean isWrapped = known instanceof Optional<?> && part.getType() != Optional.class;
        values.put(part.getName(), isWrapped ? (Optional<?>) known : Optional.of(known));
      }
    }
    return new Bound<>(s, type, values);
  }

  private Optional<?> component(
      Section s, RecordComponent part, Optional<?> usual, Map<String, ?> given) {
    Slot slot = Slot.of(s, part, usual);
    return slot.rule().isFlat()
        ? Optional.of(read(s, part.getType().asSubclass(Record.class), usual, given))
        : value(slot, part.getGenericType());
  }

  private Optional<?> value(Slot slot, Type type) {
    Class<?> raw = raw(type);
    if (raw == Optional.class) {
      return Optional.of(slot.isWritten() ? written(slot, argument(type, 0)) : none(slot));
    } else if (raw == List.class) {
      return list(slot, raw(argument(type, 0)));
    } else if (raw == Set.class) {
      return Optional.of(set(slot, raw(argument(type, 0))));
    } else if (raw == Map.class) {
      return Optional.of(map(slot, raw(argument(type, 0)), argument(type, 1)));
    } else if (raw.isRecord() && Values.reader(raw).isEmpty() && Values.parser(raw).isEmpty()) {
      Section inner = slot.section().section(slot.key());
      return read(inner, raw.asSubclass(Record.class), slot.fallback(), Map.of()).build();
    }
    return scalar(slot, raw);
  }

  private Optional<?> scalar(Slot slot, Class<?> type) {
    if (type == String.class) {
      return Optional.of(text(slot));
    } else if (type == boolean.class) {
      return Optional.of(slot.flag());
    } else if (type == double.class || type == Double.class) {
      return Optional.of(slot.number());
    } else if (type == int.class || type == Integer.class) {
      return Optional.of((int) slot.wholeNumber());
    } else if (type == long.class) {
      return Optional.of(slot.wholeNumber());
    } else if (type.isEnum()) {
      return Optional.of(slot.choice(type));
    }
    Optional<BiFunction<Section, String, Optional<?>>> reader = Values.reader(type);
    return reader.isPresent()
        ? reader.get().apply(slot.section(), slot.key())
        : slot.parsed(Values.parser(type).orElseThrow());
  }

  /** An optional value that is wrong is reported, and counts as none. */
  private Optional<?> written(Slot slot, Type type) {
    Optional<?> value = value(slot.optional(raw(type)), type);
    return slot.section().isTroubled(slot.key()) ? Optional.empty() : value;
  }

  private static Optional<?> none(Slot slot) {
    slot.section().optionalText(slot.key()); // so that the key is a known one
    return slot.fallback().isPresent() ? (Optional<?>) slot.fallback().get() : Optional.empty();
  }

  private String text(Slot slot) {
    Section s = slot.section();
    Key rule = slot.rule();
    if (rule.isPattern()) {
      return Values.pattern(s, slot.key())
          .map(Pattern::pattern)
          .orElse(slot.texts().orElse(List.of("")).get(0));
    }
    Collection<String> known = rule.isOrKnown() ? names.get(rule.names()).names() : List.of();
    Optional<List<String>> fallback =
        known.size() == 1 ? Optional.of(List.copyOf(known)) : slot.texts();
    String text = slot.text(fallback.map(texts -> texts.get(0)));
    if (!text.isEmpty() || rule.or().length > 0) {
      requireKnown(slot, List.of(text));
    }
    if (!rule.reads().isEmpty()) {
      ExpressionCheck.check(vocabulary, s, slot.key(), text, rule.reads(), names.get(rule.reads()));
    }
    return rule.isPath() ? Paths.fromHome(home, text) : text;
  }

  private void requireKnown(Slot slot, Collection<String> given) {
    String kind = slot.rule().names();
    if (!kind.isEmpty()) {
      names.get(kind).requireEach(slot.section(), slot.key(), kind, given);
    }
  }

  private Optional<?> list(Slot slot, Class<?> type) {
    if (type == Double.class) {
      return Optional.of(slot.section().numbers(slot.key()));
    } else if (type != String.class) {
      List<?> read =
          list(slot.section(), slot.key(), type.asSubclass(Record.class), element -> Map.of());
      return slot.isWritten() || slot.fallback().isEmpty() ? Optional.of(read) : slot.fallback();
    }
    boolean isOrKnown = slot.rule().isOrKnown() && !slot.isWritten();
    List<String> texts = slot.section().texts(slot.key(), slot.texts().orElse(List.of()));
    if (isOrKnown) {
      Set<String> all = names.get(slot.rule().names()).names();
      return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all));
    }
    requireKnown(slot, texts);
    return Optional.of(
        slot.rule().isPath() ? texts.stream().map(t -> Paths.fromHome(home, t)).toList() : texts);
  }

  /** Texts, or constants of an enum, usually all there are where none are written. */
  private static Set<?> set(Slot slot, Class<?> type) {
    return type == String.class
        ? new LinkedHashSet<>(slot.section().texts(slot.key(), slot.texts().orElse(List.of())))
        : constants(slot, type);
  }

  private static <E> Set<E> constants(Slot slot, Class<E> type) {
    Map<String, E> allowed = Words.of(type);
    Set<E> out = new LinkedHashSet<>();
    Set<String> usual = slot.rule().isNoneUnlessGiven() ? Set.of() : allowed.keySet();
    for (String word : slot.section().texts(slot.key(), List.copyOf(usual))) {
      if (allowed.containsKey(word)) {
        out.add(allowed.get(word));
      } else {
        String message =
            "there is no " + Words.hyphenated(type.getSimpleName()) + " '" + word + "'";
        slot.section().unknown(slot.key(), message, word, allowed.keySet());
      }
    }
    return out;
  }

  /** Keys are names in the order of the file, or else constants of an enum. */
  private Map<?, ?> map(Slot slot, Class<?> keys, Type type) {
    Section inner = slot.section().section(slot.key());
    Map<Object, Object> out = new LinkedHashMap<>();
    if (keys == String.class) {
      for (String name : inner.keys()) {
        Slot value = new Slot(inner, name, slot.rule(), Optional.empty());
        requireKnown(value, List.of(name));
        value(value, type).ifPresent(read -> out.put(name, read));
      }
      return out;
    }
    Map<?, ?> usual = slot.fallback().isPresent() ? (Map<?, ?>) slot.fallback().get() : Map.of();
    Words.of(keys)
        .forEach(
            (word, constant) -> {
              Optional<?> fallback = Optional.ofNullable(usual.get(constant));
              value(new Slot(inner, word, slot.rule(), fallback), type)
                  .ifPresent(read -> out.put(constant, read));
            });
    inner.finish();
    return out;
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
