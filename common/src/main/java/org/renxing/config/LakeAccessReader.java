package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.renxing.model.LakeAccess;
import org.renxing.model.RenxingException;
import org.renxing.model.Secret;

/**
 * Reads how the lake is reached from the root file, the environment and overrides alone: commands
 * that answer at once need no more, and the whole configuration takes most of a second.
 */
final class LakeAccessReader {
  private static final Set<String> KEYS = Set.of("lake", "spark");

  private final Path home;
  private final Function<String, Optional<String>> environmentVariables;

  LakeAccessReader(Path home, Function<String, Optional<String>> environmentVariables) {
    this.home = home;
    this.environmentVariables = environmentVariables;
  }

  /** What was read; empty where anything is not as it should be, or stands elsewhere. */
  Optional<LakeAccess> read(String env, Map<String, String> overrides) {
    boolean isElsewhere =
        overrides.keySet().stream().anyMatch(key -> !KEYS.contains(key.replaceFirst("\\..*", "")));
    Report report = new Report();
    try {
      return isElsewhere ? Optional.empty() : read(env, overrides, report);
    } catch (RenxingException | StackOverflowError e) {
      return Optional.empty(); // the reading of the whole tells of it
    }
  }

  private Optional<LakeAccess> read(String env, Map<String, String> overrides, Report report) {
    Reading reading = new Reading(report, new Places(home.toString()));
    Config open = new Layers(home, reading).readRoot(env, overrides);
    ConfigObject tree =
        new Substitutions(environmentVariables, reading).resolve(open, home.toString());
    if (!tree.keySet().stream().allMatch(Reach::isKnown)) {
      return Optional.empty();
    }
    Config part = tree.toConfig();
    for (String key : tree.keySet()) {
      part = KEYS.contains(key) ? part : part.withoutPath(ConfigUtil.joinPath(key));
    }
    Map<String, Secret> secrets =
        new Secrets(home, environmentVariables, reading).collect(part.root());
    Section section = new Section(part.root(), "", new Place("conf/renxing.conf", 0), reading);
    LakeAccess out = new SettingsReader(home, Vocabulary.standard(), secrets).readLake(section);
    return report.isEmpty() ? Optional.of(out) : Optional.empty();
  }
}
