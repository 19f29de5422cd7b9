package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Reads the files of a home folder and lays environment and overrides over them, unresolved. */
final class Layers {
  static final String OVERRIDE = "--set";
  static final String DEFAULT_ENV = "default";
  static final List<String> FOLDERS =
      List.of(
          "sources", "remote", "index-systems", "emission-factors", "events", "scenarios", "rules");

  static final String SUFFIX = ".conf";
  private static final Pattern HOCON_VALUE =
      Pattern.compile(
          "(?s)\\s*(?:[\\[{\"]|\\$\\{).*|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");

  private final Path home;
  private final Reading reading;
  private final HoconParser parser;

  Layers(Path home, Reading reading) {
    this.home = home;
    this.reading = reading;
    this.parser = new HoconParser(home);
  }

  /** The merged tree, substitutions still open. */
  Config read(String env, Map<String, String> overrides) {
    Config base =
        mounted("conf/renxing.conf")
            .withFallback(mounted("conf/indicators.conf", "indicators"))
            .withFallback(mounted("conf/units-of-measure.conf", "units-of-measure"));
    for (String folder : FOLDERS) {
      for (String id : ids("conf/" + folder)) {
        base = base.withFallback(mounted("conf/" + folder + "/" + id + SUFFIX, folder, id));
      }
    }
    return withEnvironment(base, env, overrides);
  }

  /** The tree of the root file alone, with environment and overrides. */
  Config readRoot(String env, Map<String, String> overrides) {
    return withEnvironment(mounted("conf/renxing.conf"), env, overrides);
  }

  private Config withEnvironment(Config base, String env, Map<String, String> overrides) {
    Config out = env.equals(DEFAULT_ENV) ? base : environment(env).withFallback(base);
    return withOverrides(out, overrides);
  }

  /** One file, mounted at a path of keys; empty, and marked as broken, if it cannot be read. */
  Config mounted(String file, String... keys) {
    String path = path(keys);
    String text = "";
    try {
      text = BoundedFile.read(home, file, HoconParser.MOST_BYTES);
      Config config = SessionKeys.normalise(parser.parse(file, text));
      for (int i = keys.length - 1; i >= 0; i--) {
        config = config.atKey(keys[i]);
      }
      reading.places().add(config.root(), text.lines().toList());
      return config;
    } catch (BoundedFile.Unreadable e) {
      reading.problem(new Place(file, 0), "", "file " + e.getMessage());
    } catch (IOException e) {
      reading.report().add(Problem.of(new Place(file, 0), "", "file is missing or not readable"));
    } catch (ConfigException e) {
      reading.report().add(Problem.syntax(file, text, e));
    }
    reading.report().markBroken(path);
    Config empty = ConfigFactory.empty();
    return keys.length == 0 ? empty : empty.withValue(joined(keys), empty.root());
  }

  private Config environment(String env) {
    List<String> known = ids("conf/env");
    if (known.contains(env)) {
      return mounted("conf/env/" + env + SUFFIX);
    }
    TreeSet<String> allowed = new TreeSet<>(known);
    allowed.add(DEFAULT_ENV);
    String message = "there is no environment '" + env + "'";
    reading.report().add(Problem.unknown(new Place("conf/env", 0), "--env", message, env, allowed));
    return ConfigFactory.empty();
  }

  private List<String> ids(String folder) {
    Path path = home.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    Predicate<String> isConf = name -> name.endsWith(SUFFIX) && !name.startsWith(".");
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(isConf)
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, folder + ": cannot be listed", e);
    }
  }

  private Config withOverrides(Config base, Map<String, String> overrides) {
    Config out = base;
    for (Map.Entry<String, String> override : new TreeMap<>(overrides).entrySet()) {
      String key = override.getKey();
      try {
        List<String> keys = ConfigUtil.splitPath(key);
        if (isOfKnownEntry(base, keys, overrides)) {
          Config layer =
              SessionKeys.normalise(ConfigFactory.empty().withValue(key, value(override)));
          reading.places().add(layer.root(), List.of());
          out = layer.withFallback(out);
        }
      } catch (ConfigException e) {
        String message = "write KEY=VALUE, with keys joined by '.' and the value in HOCON";
        reading.problem(new Place(OVERRIDE, 0), key, message);
      }
    }
    return out;
  }

  /** Whether an override patches something that files define, or defines a whole of its own. */
  private boolean isOfKnownEntry(Config base, List<String> keys, Map<String, String> overrides) {
    if (keys.size() < 3 || !FOLDERS.contains(keys.get(0))) {
      return true;
    }
    Set<String> known =
        base.root().get(keys.get(0)) instanceof ConfigObject entries ? entries.keySet() : Set.of();
    boolean isVariant = overrides.containsKey(keys.get(0) + "." + keys.get(1) + ".base");
    if (known.contains(keys.get(1)) || isVariant) {
      return true;
    }
    String message = "there is no '" + keys.get(1) + "' in " + keys.get(0);
    reading
        .report()
        .add(
            Problem.unknown(
                new Place(OVERRIDE, 0), String.join(".", keys), message, keys.get(1), known));
    return false;
  }

  /** HOCON where it looks like a list, object, quoted text, number or boolean; else plain text. */
  private ConfigValue value(Map.Entry<String, String> override) {
    String text = override.getValue();
    if (!HOCON_VALUE.matcher(text).matches()) {
      return ConfigValueFactory.fromAnyRef(text, OVERRIDE);
    }
    return parser.parse(OVERRIDE, "v = " + text).root().get("v");
  }

  private static String path(String... keys) {
    String path = "";
    for (String key : keys) {
      path = Paths.child(path, key);
    }
    return path;
  }

  private static String joined(String... keys) {
    return ConfigUtil.joinPath(keys);
  }
}
