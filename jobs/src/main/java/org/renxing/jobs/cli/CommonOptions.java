package org.renxing.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.renxing.config.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Reach;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.model.ErrorCode;
import org.renxing.model.LakeAccess;
import org.renxing.model.RenxingException;
import org.renxing.weights.WeightingMethods;
import picocli.CommandLine.Option;

/** Options of every command that reads the configuration. */
final class CommonOptions {
  private static final String DEFAULT = "default";

  @Option(
      names = "--env",
      paramLabel = "NAME",
      defaultValue = DEFAULT,
      description = "Environment: lays conf/env/NAME.conf over the defaults.")
  private String env;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Lays one value over all files; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder that holds conf; by default RENXING_HOME, else the present folder.")
  private Optional<Path> home;

  /**
   * Loads the configuration and checks what the command needs of it; problems of all else are
   * warnings.
   */
  Configuration configuration(Reach reach) {
    return of(env, reach);
  }

  /** The same of another environment than the one that is named. */
  Configuration of(String env, Reach reach) {
    Configuration configuration =
        ConfigurationLoader.load(
            homeWithConf(), env, overrides, CommonOptions::variable, vocabulary(), reach);
    configuration.warnings().forEach(w -> System.err.println("renxing: warning: " + w));
    return configuration;
  }

  /** How the lake is reached, without a look at what else is configured. */
  LakeAccess lakeAccess() {
    return ConfigurationLoader.lake(
        homeWithConf(), env, overrides, CommonOptions::variable, CommonOptions::vocabulary);
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  private static Vocabulary vocabulary() {
    return new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names());
  }

  private Path homeWithConf() {
    Path folder = home();
    if (!Files.isDirectory(folder.resolve("conf"))) {
      throw new RenxingException(
          ErrorCode.USAGE,
          folder.toAbsolutePath() + ": holds no folder conf; give --home or set RENXING_HOME");
    }
    return folder;
  }

  /** The folder that holds conf. */
  Path home() {
    return home.or(() -> Optional.ofNullable(System.getenv("RENXING_HOME")).map(Path::of))
        .orElse(Path.of(""));
  }

  /** The options as the run log may show them: keys of --set without their values. */
  String logged() {
    StringBuilder text = new StringBuilder("--env ").append(env);
    overrides.keySet().forEach(key -> text.append(" --set ").append(key).append("=…"));
    return text.toString();
  }

  /** The options that lead another command to the same lake, each with a blank before it. */
  String toLake() {
    StringBuilder text = new StringBuilder();
    if (!env.equals(DEFAULT)) {
      text.append(" --env ").append(quoted(env));
    }
    home.ifPresent(folder -> text.append(" --home ").append(quoted(folder.toString())));
    Optional.ofNullable(overrides.get("lake.path"))
        .ifPresent(path -> text.append(" --set ").append(quoted("lake.path=" + path)));
    return text.toString();
  }

  /** As one word of a shell. */
  private static String quoted(String word) {
    return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
