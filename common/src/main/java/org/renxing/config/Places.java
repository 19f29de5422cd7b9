package org.renxing.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where every key was first and last written. Needed beside the library's origins, because a value
 * that is a substitution carries the origin of its target, and objects have no order.
 */
final class Places {
  private static final Pattern FILE_AND_LINE =
      Pattern.compile("(?:^merge of |^|,)([^:,]+): (\\d{1,9})");
  private static final Rank LAST = new Rank(Integer.MAX_VALUE, 0, 0);

  private final Map<String, Place> first = new HashMap<>();
  private final Map<String, Place> last = new HashMap<>();
  private final Map<String, Rank> ranks = new HashMap<>();
  private final String home;
  private int layer;

  Places(String home) {
    this.home = home;
  }

  /**
   * Adds a layer, before it is merged; lines are its text, from which the order in a line comes.
   */
  void add(ConfigObject root, List<String> lines) {
    layer++;
    walk(root, "", lines);
  }

  /** The place of a value at a path. */
  Place of(ConfigValue value, String path) {
    return find(value, path).orElse(new Place("conf", 0));
  }

  /** The place of a value at a path, if it was written anywhere. */
  Optional<Place> find(ConfigValue value, String path) {
    return value instanceof ConfigObject
        ? Optional.ofNullable(first.get(path)).or(() -> parse(value.origin()))
        : parse(value.origin()).or(() -> Optional.ofNullable(last.get(path)));
  }

  /** The order in which keys of one object were first written. */
  Comparator<String> order(String path) {
    return Comparator.comparing(
            (String key) -> ranks.getOrDefault(Paths.child(path, key), LAST),
            Comparator.comparingInt(Rank::layer)
                .thenComparingInt(Rank::line)
                .thenComparingInt(Rank::column))
        .thenComparing(Comparator.naturalOrder());
  }

  private void walk(ConfigObject object, String path, List<String> lines) {
    if (!isMerged(object)) {
      return;
    }
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      String child = Paths.child(path, entry.getKey());
      int line = entry.getValue().origin().lineNumber();
      ranks.putIfAbsent(child, new Rank(layer, line, column(entry.getKey(), line, lines)));
      parse(entry.getValue().origin())
          .ifPresent(
              place -> {
                first.putIfAbsent(child, place);
                last.put(child, place);
              });
      if (entry.getValue() instanceof ConfigObject inner) {
        walk(inner, child, lines);
      }
    }
  }

  /** Whether an object is none of the merges that wait for substitutions. */
  static boolean isMerged(ConfigValue value) {
    try {
      return value instanceof ConfigObject object && object.keySet() != null;
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }

  private static int column(String key, int line, List<String> lines) {
    if (line < 1 || line > lines.size()) {
      return 0;
    }
    String text = lines.get(line - 1);
    for (int at = text.indexOf(key);
        at >= 0 && at < text.length();
        at = text.indexOf(key, at + 1)) {
      boolean isQuoted = at > 0 && text.charAt(at - 1) == '"';
      if ((at == 0 || isQuoted || !isOfName(text.codePointBefore(at)))
          && leadsToValue(text, at + key.length())) {
        return isQuoted ? at - 1 : at;
      }
    }
    return 0;
  }

  private static boolean isOfName(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Whether what follows a key is more of its path or its value. */
  private static boolean leadsToValue(String text, int end) {
    int next = text.startsWith("\"", end) ? end + 1 : end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length()
        && (".{=:[".indexOf(text.charAt(next)) >= 0 || text.startsWith("+=", next));
  }

  private Optional<Place> parse(ConfigOrigin origin) {
    Matcher matcher = FILE_AND_LINE.matcher(origin.description());
    if (matcher.find()) {
      String file = matcher.group(1);
      String shown = file.startsWith(home + "/") ? file.substring(home.length() + 1) : file;
      return Optional.of(new Place(shown, line(shown, matcher.group(2))));
    }
    return origin.description().startsWith(Layers.OVERRIDE)
        ? Optional.of(new Place(Layers.OVERRIDE, 0))
        : Optional.empty();
  }

  private static int line(String file, String digits) {
    return file.equals(Layers.OVERRIDE) ? 0 : Integer.parseInt(digits);
  }

  private record Rank(int layer, int line, int column) {}
}
