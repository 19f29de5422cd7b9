package org.renxing.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of the configuration a command needs. Problems of all else are warnings for it: one broken
 * file does not keep from work what never reads it.
 */
public final class Reach {
  /** The keys of the tree, folders apart. */
  private static final Set<String> KEYS =
      Set.of(
          "lake",
          "spark",
          "reference",
          "corrections",
          "nightly",
          "publish",
          "data-root",
          "quality",
          "intake",
          "units-of-measure",
          "indicators");

  private static final Set<String> LAKE = Set.of("lake", "spark");
  private static final Set<String> FIGURES = Set.of("units-of-measure", "indicators", "reference");
  private static final Pattern ENTRY = Pattern.compile("([\\w-]+)(?:\\.(\"[^\"]*\"|[^.\\[]+))?.*");
  private static final Pattern FILE = Pattern.compile("conf/([\\w-]+)(?:/(.+))?\\.conf");

  private final boolean isAll;
  private final boolean isNightly;
  private final Set<String> needed;

  private Reach(boolean isAll, boolean isNightly, Collection<String> needed) {
    this.isAll = isAll;
    this.isNightly = isNightly;
    this.needed = Set.copyOf(needed);
  }

  /** Whether a key may stand at the root. */
  static boolean isKnown(String key) {
    return KEYS.contains(key) || Layers.FOLDERS.contains(key);
  }

  /** All of it. */
  public static Reach all() {
    return new Reach(true, false, Set.of());
  }

  /** The lake alone: for queries, lists of runs and exports. */
  public static Reach lake() {
    return new Reach(false, false, LAKE);
  }

  /** The lake, and where its releases are published. */
  public static Reach publish() {
    return new Reach(false, false, with(LAKE, "publish"));
  }

  /** Units and indicators, and how large a file may be: for a look into files. */
  public static Reach files() {
    return new Reach(false, false, with(FIGURES, "intake"));
  }

  /** Units alone. */
  public static Reach reference() {
    return new Reach(false, false, Set.of("reference"));
  }

  /** What a run takes in, makes and publishes. */
  public static Reach nightly() {
    return new Reach(false, true, with(KEYS, "rules"));
  }

  /** The lake and a scenario, with all that it refers to. */
  public static Reach scenario(String id) {
    Set<String> needed = with(FIGURES, Paths.child("scenarios", id));
    needed.addAll(LAKE);
    return new Reach(false, false, needed);
  }

  /** The lake and a source, of figures or of fine-grained observations. */
  public static Reach source(String id) {
    Set<String> needed = with(FIGURES, Paths.child("sources", id));
    needed.add(Paths.child("remote", id));
    needed.addAll(LAKE);
    return new Reach(false, false, needed);
  }

  private static Set<String> with(Set<String> keys, String key) {
    Set<String> out = new TreeSet<>(keys);
    out.add(key);
    return out;
  }

  /** Whether a problem is one of what is needed, in a tree whose scenarios are whole. */
  Predicate<Problem> in(ConfigObject tree) {
    Set<String> all = new HashSet<>(needed);
    if (isNightly) {
      Stream.of("scenarios", "sources", "remote")
          .forEach(
              folder ->
                  texts(at(tree, "nightly", folder))
                      .forEach(id -> all.add(Paths.child(folder, id))));
    }
    Object scenarios = at(tree, "scenarios");
    if (scenarios instanceof ConfigObject entries) {
      entries.keySet().stream()
          .filter(id -> all.contains(Paths.child("scenarios", id)))
          .forEach(id -> all.addAll(references(tree, id)));
    }
    return problem -> isAll || isIn(problem, all);
  }

  /** What a scenario refers to: its bases, and files of other folders. */
  private static Set<String> references(ConfigObject tree, String id) {
    Set<String> out = new TreeSet<>();
    List<String> bases = new ArrayList<>(List.of(id));
    for (int i = 0; i < bases.size(); i++) {
      String base = bases.get(i);
      out.add(Paths.child("scenarios", base));
      texts(at(tree, "scenarios", base, Inheritance.KEY)).stream()
          .filter(next -> !bases.contains(next))
          .forEach(bases::add);
      texts(at(tree, "scenarios", base, "index-system"))
          .forEach(name -> out.add(Paths.child("index-systems", name)));
      texts(at(tree, "scenarios", base, "carbon", "factors"))
          .forEach(name -> out.add(Paths.child("emission-factors", name)));
      texts(at(tree, "scenarios", base, "resource", "events"))
          .forEach(name -> out.add(Paths.child("events", name)));
    }
    return out;
  }

  private static boolean isIn(Problem problem, Set<String> needed) {
    if (problem.place().file().equals(Layers.OVERRIDE)) {
      return true; // what was just typed is to be right
    }
    String entry = entry(problem);
    String key = entry.replaceFirst("\\..*", "");
    boolean isFolder = Layers.FOLDERS.contains(key);
    return needed.contains(entry)
        || needed.contains(key)
        || (isFolder ? entry.equals(key) && needs(needed, key) : !KEYS.contains(key));
  }

  /** Whether anything of a folder is needed. */
  private static boolean needs(Set<String> needed, String folder) {
    return needed.stream().anyMatch(name -> name.startsWith(folder + "."));
  }

  /** The entry of a folder, or else the first key; empty for what is of neither. */
  private static String entry(Problem problem) {
    if (problem.path().isEmpty()) {
      return mount(problem.place().file());
    }
    Matcher matcher = ENTRY.matcher(problem.path());
    if (!matcher.matches()) {
      return "";
    }
    String key = matcher.group(1);
    return Layers.FOLDERS.contains(key) && matcher.group(2) != null
        ? key + "." + matcher.group(2)
        : key.startsWith("spark") ? "spark" : key;
  }

  /** The path at which a file of {@code conf} stands in the tree; empty for the root. */
  static String mount(String file) {
    Matcher matcher = FILE.matcher(file);
    if (!matcher.matches()) {
      return "";
    }
    String name = matcher.group(1);
    if (matcher.group(2) == null) {
      return Set.of("indicators", "units-of-measure").contains(name) ? name : "";
    }
    return Layers.FOLDERS.contains(name) ? Paths.child(name, matcher.group(2)) : "";
  }

  private static Object at(ConfigObject tree, String... keys) {
    ConfigValue value = tree;
    for (String key : keys) {
      if (!(value instanceof ConfigObject object) || object.get(key) == null) {
        return "";
      }
      value = object.get(key);
    }
    return value;
  }

  private static List<String> texts(Object value) {
    if (value instanceof ConfigList list) {
      return list.stream().map(element -> String.valueOf(element.unwrapped())).toList();
    }
    return value instanceof ConfigValue one && !(value instanceof ConfigObject)
        ? List.of(String.valueOf(one.unwrapped()))
        : List.of();
  }
}
