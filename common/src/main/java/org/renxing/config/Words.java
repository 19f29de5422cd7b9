package org.renxing.config;

import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words by which configuration names constants of enums, and messages name values. */
final class Words {
  private Words() {}

  /** {@code DROP_UNIT} is {@code drop-unit}. */
  static <E> Map<String, E> of(Class<E> type) {
    Map<String, E> out = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      out.put(String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return out;
  }

  /** {@code dropUnit} is {@code drop-unit}. */
  static String hyphenated(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** What a value is, for messages. */
  static String kind(ConfigValue value) {
    return switch (value.valueType()) {
      case OBJECT -> "an object";
      case LIST -> "a list";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case STRING -> "a text";
    };
  }
}
