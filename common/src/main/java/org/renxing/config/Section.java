package org.renxing.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.renxing.model.RenxingException;

/**
 * Reads one object of the configuration. What is wrong is recorded, and a stand-in returned, so
 * that reading goes on; {@link #build} then makes no record of it.
 */
final class Section {
  private final ConfigObject object;
  private final String path;
  private final Place place;
  private final Reading reading;
  private final Set<String> asked = new TreeSet<>();

  /**
   * A section.
   *
   * @param around the place to name where the object itself was not written
   */
  Section(ConfigObject object, String path, Place around, Reading reading) {
    this.object = object;
    this.path = path;
    this.place = reading.places().find(object, path).orElse(around);
    this.reading = reading;
  }

  Place place() {
    return place;
  }

  /** Whether what stands here could not be read at all, which was reported already. */
  boolean isBroken() {
    return reading.report().isBroken(path);
  }

  boolean has(String key) {
    ConfigValue value = object.get(key);
    return value != null && value.valueType() != ConfigValueType.NULL;
  }

  /** A text that must be there and not be blank. */
  String text(String key) {
    String text = scalar(key, "a text").orElse("");
    if (text.isBlank() && has(key) && !isTroubled(key)) {
      problem(key, "may not be empty");
    }
    return requireGiven(key) ? text : "";
  }

  String text(String key, String fallback) {
    return scalar(key, "a text").orElse(fallback);
  }

  Optional<String> optionalText(String key) {
    return scalar(key, "a text");
  }

  boolean flag(String key, boolean fallback) {
    return choice(key, Map.of("true", true, "false", false), fallback);
  }

  double number(String key, double fallback) {
    return scalar(key, "a number").map(text -> parse(key, text)).orElse(fallback);
  }

  /** A number that must be there. */
  double number(String key) {
    return requireGiven(key) ? number(key, 1) : 1;
  }

  /** A constant of an enum, written in lower case with hyphens. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    return choice(key, Words.of(type), fallback);
  }

  <T> T choice(String key, Map<String, T> allowed, T fallback) {
    Optional<String> text =
        scalar(key, "one of " + String.join(", ", new TreeSet<>(allowed.keySet())));
    if (text.isEmpty() || allowed.containsKey(text.get())) {
      return text.map(allowed::get).orElse(fallback);
    }
    unknown(key, "'" + shown(text.get()) + "' is not allowed", text.get(), allowed.keySet());
    return fallback;
  }

  /** Whether there is a value of a type at a key. */
  boolean is(ConfigValueType type, String key) {
    return has(key) && object.get(key).valueType() == type;
  }

  /** A list of texts, each once. */
  List<String> texts(String key, List<String> fallback) {
    if (!has(key)) {
      asked.add(key);
      return fallback;
    }
    List<String> out = new ArrayList<>();
    for (ConfigValue element : list(key)) {
      if (element instanceof ConfigObject || element instanceof ConfigList) {
        problem(key, "a list of texts expected");
        return List.of();
      }
      Object value = element.unwrapped();
      boolean isNumber = value instanceof Number; // which keeps the digits that were written
      out.add(isNumber ? element.atKey("n").getString("n") : String.valueOf(value));
    }
    Set<String> seen = new HashSet<>();
    out.stream()
        .filter(text -> !seen.add(text))
        .findFirst()
        .ifPresent(text -> problem(key, "'" + shown(text) + "' stands here twice"));
    return out;
  }

  List<Double> numbers(String key) {
    asked.add(key);
    List<Double> out = new ArrayList<>();
    for (ConfigValue element : has(key) ? list(key) : List.<ConfigValue>of()) {
      out.add(parse(key, String.valueOf(element.unwrapped())));
    }
    return out;
  }

  /** The object at a key; an empty one if there is none. */
  Section section(String key) {
    asked.add(key);
    String child = Paths.child(path, key);
    if (has(key) && !(object.get(key) instanceof ConfigObject)) {
      problem(key, "an object { … } expected, found " + Words.kind(object.get(key)));
    }
    ConfigObject inner =
        object.get(key) instanceof ConfigObject given ? given : ConfigFactory.empty().root();
    return new Section(inner, child, place, reading);
  }

  /** The objects of a list. */
  List<Section> sections(String key) {
    asked.add(key);
    List<Section> out = new ArrayList<>();
    List<ConfigValue> list = has(key) ? list(key) : List.of();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ConfigObject element) {
        out.add(new Section(element, Paths.element(Paths.child(path, key), i), place, reading));
      } else {
        problem(key, "a list of objects { … } expected");
      }
    }
    return out;
  }

  /** Every key with its object, in the order of the files; for objects whose keys are names. */
  Map<String, Section> children() {
    Map<String, Section> out = new LinkedHashMap<>();
    keys().forEach(key -> out.put(key, section(key)));
    return out;
  }

  /** The keys that have a value, in the order of the files. */
  List<String> keys() {
    return object.keySet().stream().filter(this::has).sorted(reading.places().order(path)).toList();
  }

  /** Reports every key that nobody has asked for. */
  void finish() {
    for (String key : object.keySet()) {
      if (!asked.contains(key)) {
        Optional<String> suggestion = Suggestion.nearest(key, asked);
        List<String> allowed = suggestion.isPresent() ? List.of() : List.copyOf(asked);
        reading
            .report()
            .add(
                new Problem(
                    placeOf(key), Paths.child(path, key), "unknown key", allowed, suggestion));
      }
    }
  }

  /** Finishes the section and makes its record, unless something in it is wrong. */
  <T> Optional<T> build(Supplier<T> supplier) {
    finish();
    if (reading.report().hasProblemUnder(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(supplier.get());
    } catch (RenxingException e) {
      problem(e.getMessage());
    } catch (NoSuchElementException e) {
      reading.report().requireProblems(e); // a part was not made, for a reason told elsewhere
    }
    return Optional.empty();
  }

  /** Makes a record of the value of one key; what its constructor refuses is a problem there. */
  <T> Optional<T> attempt(String key, Supplier<T> supplier) {
    try {
      return Optional.of(supplier.get());
    } catch (RenxingException e) {
      problem(key, e.getMessage());
    }
    return Optional.empty();
  }

  /** Reports what is wrong with the whole section. */
  void problem(String message) {
    reading.problem(place, path, message);
  }

  void problem(String key, String message) {
    reading.problem(placeOf(key), Paths.child(path, key), message);
  }

  /** Reports a name that is none of the known ones. */
  void unknown(String key, String message, String given, Collection<String> known) {
    reading
        .report()
        .add(Problem.unknown(placeOf(key), Paths.child(path, key), message, given, known));
  }

  private boolean requireGiven(String key) {
    asked.add(key);
    if (!has(key)) {
      reading.problem(place, Paths.child(path, key), Problem.MISSING);
    }
    return has(key);
  }

  /** Whether a problem at or below the key is known already. */
  boolean isTroubled(String key) {
    return reading.report().hasProblemUnder(Paths.child(path, key));
  }

  private Optional<String> scalar(String key, String expected) {
    asked.add(key);
    if (!has(key) || object.get(key).origin().description().equals(Substitutions.UNRESOLVED)) {
      return Optional.empty();
    }
    try {
      return Optional.of(object.toConfig().getString(ConfigUtil.joinPath(key)));
    } catch (ConfigException.WrongType e) {
      problem(key, expected + " expected, found " + Words.kind(object.get(key)));
      return Optional.empty();
    }
  }

  private double parse(String key, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) { // told below, as infinite ones are
    }
    problem(key, "a number expected, found '" + shown(text) + "'");
    return 1;
  }

  private List<ConfigValue> list(String key) {
    asked.add(key);
    if (object.get(key) instanceof ConfigList list) {
      return list;
    }
    problem(key, "a list [ … ] expected, found " + Words.kind(object.get(key)));
    return List.of();
  }

  private Place placeOf(String key) {
    ConfigValue value = object.get(key);
    return value == null
        ? place
        : reading.places().find(value, Paths.child(path, key)).orElse(place);
  }

  private static String shown(String text) {
    return Secrets.hidesSecret(text) ? Secrets.HIDDEN : text;
  }
}
