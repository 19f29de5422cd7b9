package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.renxing.model.ErrorCode;
import org.renxing.model.LakeAccess;
import org.renxing.model.RenxingException;
import org.renxing.model.Secret;
import org.renxing.model.Settings;

/**
 * Loads the configuration of a home folder: the files of {@code conf}, then those of the
 * environment, then overrides; a later one wins (docs/configuration.md).
 */
public final class ConfigurationLoader {
  private ConfigurationLoader() {}

  /** Loads with the {@linkplain Vocabulary#standard() standard vocabulary}. */
  public static Configuration load(
      Path home,
      String env,
      Map<String, String> overrides,
      Function<String, Optional<String>> environmentVariables) {
    return load(home, env, overrides, environmentVariables, Vocabulary.standard());
  }

  /** Loads and checks all of it. */
  public static Configuration load(
      Path home,
      String env,
      Map<String, String> overrides,
      Function<String, Optional<String>> environmentVariables,
      Vocabulary vocabulary) {
    return load(home, env, overrides, environmentVariables, vocabulary, Reach.all());
  }

  /**
   * Loads everything and checks it.
   *
   * @param home the folder that holds {@code conf}
   * @param env name of a file in {@code conf/env}; {@code default} for none
   * @param overrides values in HOCON by key; text that is no HOCON list, object, quoted text,
   *     number or boolean stands for itself
   * @param environmentVariables looks up variables for substitutions and secrets
   * @param reach what has to be right
   * @throws org.renxing.model.RenxingException of code CONFIGURATION, with every problem of what
   *     has to be right on a line of its own
   */
  public static Configuration load(
      Path home,
      String env,
      Map<String, String> overrides,
      Function<String, Optional<String>> environmentVariables,
      Vocabulary vocabulary,
      Reach reach) {
    Path root = home.toAbsolutePath().normalize();
    Report report = new Report();
    Reading reading = new Reading(report, new Places(root.toString()));
    try {
      return load(root, env, overrides, environmentVariables, vocabulary, reach, reading);
    } catch (StackOverflowError e) {
      report.throwIfAny();
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "conf: something is nested too deeply to be read", e);
    }
  }

  /**
   * How the lake is reached: from the root file, the environment and overrides alone where these
   * are in order, which is fast; else from the whole, which tells what is not. Problems of other
   * files are not looked for.
   */
  public static LakeAccess lake(
      Path home,
      String env,
      Map<String, String> overrides,
      Function<String, Optional<String>> environmentVariables,
      Supplier<Vocabulary> vocabulary) {
    Path root = home.toAbsolutePath().normalize();
    return new LakeAccessReader(root, environmentVariables)
        .read(env, overrides)
        .orElseGet(
            () ->
                load(root, env, overrides, environmentVariables, vocabulary.get(), Reach.lake())
                    .settings()
                    .lakeAccess());
  }

  private static Configuration load(
      Path root,
      String env,
      Map<String, String> overrides,
      Function<String, Optional<String>> environmentVariables,
      Vocabulary vocabulary,
      Reach reach,
      Reading reading) {
    Report report = reading.report();
    Config open = new Layers(root, reading).read(env, overrides);
    Substitutions substitutions = new Substitutions(environmentVariables, reading);
    ConfigObject tree = substitutions.resolve(open, root.toString());
    ConfigObject whole = Inheritance.expand(tree, reading);
    Map<String, Secret> secrets = new Secrets(root, environmentVariables, reading).collect(whole);
    Section section = new Section(whole, "", new Place("conf/renxing.conf", 0), reading);
    Supplier<Settings> settings =
        new SettingsReader(root, vocabulary.remembering(), secrets).read(section, env);
    Predicate<Problem> isReached = reach.in(whole);
    report.throwIfAny(isReached);
    ConfigObject portable =
        Inheritance.expand(substitutions.resolve(open, Substitutions.HOME_MARK), reading);
    List<ConfigurationEntry> portableEntries = Entries.of(portable, reading.places());
    return new Configuration(
        settings.get(),
        Entries.of(whole, reading.places()),
        Entries.byPath(portableEntries),
        Entries.hash(portableEntries),
        report.warnings(isReached.negate()));
  }
}
