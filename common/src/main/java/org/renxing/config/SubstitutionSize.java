package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a tree becomes by its substitutions, worked out before they are made: thirty lines that
 * each name the one before twice come to a thousand million copies of the first.
 */
final class SubstitutionSize {
  /** Characters of all values with substitutions, once these are made. */
  static final long MOST = 1 << 22;

  /** Values that lead to each other. */
  static final int LONGEST_CHAIN = 32;

  /** Substitutions by which a value names its own earlier value, as with {@code +=}. */
  static final int MOST_OF_ITSELF = 8;

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??([^}]+)}");

  private final ConfigObject root;
  private final Function<String, Optional<String>> variables;
  private final Map<String, Long> known = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> cyclic = new HashSet<>();
  private int chain;

  private SubstitutionSize(ConfigObject root, Function<String, Optional<String>> variables) {
    this.root = root;
    this.variables = variables;
  }

  /** What is too large about the substitutions of a tree; empty where nothing is. */
  static Optional<Problem> problem(Config tree, Function<String, Optional<String>> variables) {
    try {
      new SubstitutionSize(tree.root(), variables).sizeOfOpen(tree.root(), "");
      return Optional.empty();
    } catch (TooLarge e) {
      return Optional.of(e.problem);
    }
  }

  /** The size of what is not resolved below an object. */
  private long sizeOfOpen(ConfigObject object, String path) throws TooLarge {
    long sum = 0;
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      boolean isDone =
          entry.getValue() instanceof ConfigObject inner && inner.toConfig().isResolved();
      if (!isDone) {
        String child = Paths.child(path, entry.getKey());
        sum = checked(sum + size(entry.getValue(), child), entry.getValue(), child);
      }
    }
    return sum;
  }

  private long size(ConfigValue value, String path) throws TooLarge {
    if (open.contains(path)) {
      List<String> cycle = new ArrayList<>(open);
      cyclic.addAll(cycle.subList(cycle.indexOf(path), cycle.size()));
      return 0;
    }
    if (!known.containsKey(path)) {
      open.add(path);
      long size =
          Places.isMerged(value) ? ofParts((ConfigObject) value, path) : ofText(value, path);
      open.remove(path);
      known.put(path, size);
    }
    return known.get(path);
  }

  private long ofParts(ConfigObject object, String path) throws TooLarge {
    long sum = 2;
    for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
      String child = Paths.child(path, entry.getKey());
      sum += entry.getKey().length() + size(entry.getValue(), child);
    }
    return checked(sum, object, path);
  }

  private long ofText(ConfigValue value, String path) throws TooLarge {
    String text = value.render(ConfigRenderOptions.concise());
    long sum = text.length();
    int references = 0;
    if (++chain > LONGEST_CHAIN) {
      throw tooLarge(value, path, "substitutions lead on over more than %d values", LONGEST_CHAIN);
    }
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      references++;
      sum = checked(sum + target(reference.group(1)), value, path);
    }
    chain--;
    if (cyclic.contains(path)) {
      if (references > MOST_OF_ITSELF) {
        throw tooLarge(value, path, "names its own earlier value over %d times", MOST_OF_ITSELF);
      }
      sum = checked(sum << references, value, path);
    }
    return sum;
  }

  /** The size of what a name stands for: a value, one that holds it, or a variable. */
  private long target(String name) throws TooLarge {
    ConfigValue value = root;
    String path = "";
    for (String key : keys(name)) {
      if (!Places.isMerged(value)) {
        break;
      }
      value = ((ConfigObject) value).get(key);
      if (value == null) {
        return variables.apply(name).map(String::length).orElse(0);
      }
      path = Paths.child(path, key);
    }
    return path.isEmpty() ? 0 : size(value, path);
  }

  private static List<String> keys(String name) {
    try {
      return ConfigUtil.splitPath(name);
    } catch (ConfigException e) {
      return List.of();
    }
  }

  private static long checked(long size, ConfigValue value, String path) throws TooLarge {
    if (size > MOST) {
      throw tooLarge(value, path, "substitutions make more than %d characters of it", MOST);
    }
    return size;
  }

  private static TooLarge tooLarge(ConfigValue value, String path, String what, long most) {
    String file = value.origin().description().replaceFirst(": \\d+(-\\d+)?$", "");
    Place place = new Place(file, Math.max(0, value.origin().lineNumber()));
    return new TooLarge(Problem.of(place, path, what.replace("%d", String.valueOf(most))));
  }

  /** Ends the reckoning. */
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    TooLarge(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }
  }
}
