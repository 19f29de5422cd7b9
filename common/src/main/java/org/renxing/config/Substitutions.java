package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves {@code ${home}} and environment variables; each that is unknown is a problem. */
final class Substitutions {
  /** Stands, in the tree from which the hash is made, for the home folder. */
  static final String HOME_MARK = "${home}";

  static final String UNRESOLVED = "unresolved";

  private static final Pattern NAME = Pattern.compile("\\$\\{\\??([^}]+)}");

  private final Function<String, Optional<String>> environmentVariables;
  private final Reading reading;
  private final Set<String> unresolved = new HashSet<>();

  Substitutions(Function<String, Optional<String>> environmentVariables, Reading reading) {
    this.environmentVariables = environmentVariables;
    this.reading = reading;
  }

  /** The tree without substitutions; those without a value give an empty text. */
  ConfigObject resolve(Config tree, String home) {
    Optional<Problem> tooLarge = SubstitutionSize.problem(tree, environmentVariables);
    if (tooLarge.isPresent()) {
      reading.report().add(tooLarge.get());
      reading.report().throwIfAny();
    }
    ConfigResolveOptions options =
        ConfigResolveOptions.noSystem().appendResolver(new Lookup(name -> value(name, home)));
    while (true) {
      try {
        return tree.resolve(options).root();
      } catch (ConfigException e) {
        note(e);
      }
    }
  }

  /** Records the problem; ends the reading if it is none that a stand-in helps over. */
  private void note(ConfigException e) {
    Matcher matcher = NAME.matcher(String.valueOf(e.getMessage()));
    String name = matcher.find() ? matcher.group(1) : "";
    boolean isWritten = e.origin() != null && e.origin().lineNumber() > 0;
    Place place = isWritten ? new Place(file(e), e.origin().lineNumber()) : new Place("conf", 0);
    if (e instanceof ConfigException.UnresolvedSubstitution && unresolved.add(name)) {
      String message =
          "${"
              + name
              + "} has no value: neither a key of the configuration nor a variable set in"
              + " the environment; write ${?"
              + name
              + "} if it may be missing";
      reading.problem(place, "", message);
    } else {
      // what the library says may quote values
      reading.problem(
          place, "", "substitutions form a cycle, or join values that do not go together");
      reading.report().throwIfAny();
    }
  }

  private static String file(ConfigException e) {
    return e.origin().description().replaceFirst(": \\d+(-\\d+)?$", "");
  }

  private Optional<ConfigValue> value(String name, String home) {
    if (unresolved.contains(name)) {
      return Optional.of(ConfigValueFactory.fromAnyRef("", UNRESOLVED));
    }
    if (name.equals("home")) {
      return Optional.of(ConfigValueFactory.fromAnyRef(home, "home"));
    }
    Optional<String> given = environmentVariables.apply(name);
    if (given.isPresent() && Secrets.isSecretName(name)) {
      String message = "${" + name + "} would show a secret; write { env = " + name + " }";
      reading.problem(new Place("conf", 0), "", message);
      return Optional.of(ConfigValueFactory.fromAnyRef("", UNRESOLVED));
    }
    return given.map(text -> ConfigValueFactory.fromAnyRef(text, "environment variable " + name));
  }

  private record Lookup(Function<String, Optional<ConfigValue>> values) implements ConfigResolver {
    @Override
    public ConfigValue lookup(String path) {
      return values.apply(path).orElse(null);
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      return this;
    }
  }
}
