package org.renxing.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Lays the keys of a scenario over those of its {@code base}: objects merge, lists replace. */
final class Inheritance {
  static final String KEY = "base";
  private static final String MOUNT = "scenarios";

  private final ConfigObject scenarios;
  private final Reading reading;
  private final Map<String, ConfigObject> done = new LinkedHashMap<>();

  private Inheritance(ConfigObject scenarios, Reading reading) {
    this.scenarios = scenarios;
    this.reading = reading;
  }

  /** The tree with every scenario whole. A scenario whose base fails is marked as broken. */
  static ConfigObject expand(ConfigObject root, Reading reading) {
    if (!(root.get(MOUNT) instanceof ConfigObject scenarios)) {
      return root;
    }
    Inheritance inheritance = new Inheritance(scenarios, reading);
    ConfigObject out = scenarios;
    for (String id : new TreeSet<>(scenarios.keySet())) {
      if (scenarios.get(id) instanceof ConfigObject) {
        out = out.withValue(id, inheritance.whole(id, new ArrayList<>()));
      }
    }
    return root.withValue(MOUNT, out);
  }

  private ConfigObject whole(String id, List<String> heirs) {
    if (done.containsKey(id)) {
      return done.get(id);
    }
    ConfigObject own = (ConfigObject) scenarios.get(id);
    Optional<String> base = base(id, own);
    heirs.add(id);
    ConfigObject out = own;
    if (base.isPresent() && heirs.contains(base.get())) {
      cycle(id, heirs.subList(heirs.indexOf(base.get()), heirs.size()), base.get());
    } else if (base.isPresent()) {
      ConfigObject inherited = whole(base.get(), heirs).withoutKey(KEY);
      out = own.withFallback(inherited);
      if (reading.report().isBroken(path(base.get()))) {
        reading.report().markBroken(path(id));
      }
    }
    done.put(id, out);
    return out;
  }

  private Optional<String> base(String id, ConfigObject own) {
    ConfigValue value = own.get(KEY);
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      return Optional.empty();
    }
    String base = String.valueOf(value.unwrapped());
    if (scenarios.get(base) instanceof ConfigObject) {
      return Optional.of(base);
    }
    String keyPath = Paths.child(path(id), KEY);
    String message = "there is no scenario '" + base + "'";
    Place place = reading.places().of(value, keyPath);
    reading.report().add(Problem.unknown(place, keyPath, message, base, scenarios.keySet()));
    reading.report().markBroken(path(id));
    return Optional.empty();
  }

  private void cycle(String id, List<String> members, String first) {
    String keyPath = Paths.child(path(id), KEY);
    Place place = reading.places().of(((ConfigObject) scenarios.get(id)).get(KEY), keyPath);
    String chain = String.join(" -> ", members) + " -> " + first;
    reading.problem(place, keyPath, "a scenario cannot be its own base: " + chain);
    members.forEach(member -> reading.report().markBroken(path(member)));
  }

  private static String path(String id) {
    return Paths.child(MOUNT, id);
  }
}
