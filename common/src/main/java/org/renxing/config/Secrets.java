package org.renxing.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.renxing.model.Secret;

/** Knows which keys hold secrets, and fetches them from environment variables and files. */
final class Secrets {
  static final String HIDDEN = "***";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)password|passwd|passphrase|secret|token|credential"
              + "|(?:access|account|api|private)[._-]?key");
  private static final Pattern HARMLESS =
      Pattern.compile("(?i)[._-](?:providers?|provider[._-]path|enabled)$");
  private static final Pattern DATA =
      Pattern.compile(
          "^(?:indicators|units-of-measure|index-systems|sources\\.[^.]+\\.columns)(?:\\.|$)");

  /**
   * A user before an address (other than the container of Azure's storage), a user and password
   * before Oracle's, and a secret among parameters.
   */
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "(?i)(?<!\\b(?:abfss?|wasbs?)(?=:))://[^/\\s@\"']+@"
              + "|(?:abfss?|wasbs?)://[^/\\s:@\"']+:[^/\\s@\"']+@"
              + "|jdbc:oracle:[^\\s/@]*:[^\\s/@]+/[^\\s@]+@"
              + "|(?:password|passwd|passphrase|secret|token|credential"
              + "|(?:access|account|api|private)[._-]?key)=[^\\s&;\"']+"
              + "|[?&;](?:sig|signature|x-amz-signature|auth|key|pwd|pass)=[^\\s&;\"']+");

  private static final int MOST_BYTES = 1 << 16;

  private final Path home;
  private final Function<String, Optional<String>> environmentVariables;
  private final Reading reading;
  private final SortedMap<String, Secret> found = new TreeMap<>();

  Secrets(Path home, Function<String, Optional<String>> environmentVariables, Reading reading) {
    this.home = home;
    this.environmentVariables = environmentVariables;
    this.reading = reading;
  }

  /**
   * Whether a key of this name, in the object at the path, may not hold a literal. Where keys are
   * data (codes of indicators, columns of sources), their names say nothing.
   */
  static boolean isSecretKey(String path, String key) {
    return isSecretName(key) && !DATA.matcher(path).find();
  }

  static boolean isSecretName(String key) {
    return NAME.matcher(key).find() && !HARMLESS.matcher(key).find();
  }

  /** Whether a text carries a secret within, as the password of a URL. */
  static boolean hidesSecret(String text) {
    return mayHideSecret(text) && EMBEDDED.matcher(text).find();
  }

  /** A text without the secrets within it. */
  static String redacted(String text) {
    return mayHideSecret(text) ? EMBEDDED.matcher(text).replaceAll(HIDDEN) : text;
  }

  /** What the search takes for granted, and is quickly said. */
  private static boolean mayHideSecret(String text) {
    return text.indexOf('@') >= 0 || text.indexOf('=') >= 0;
  }

  /** Whether a file speaks of secrets, so that messages may not quote it. */
  static boolean speaksOfSecrets(String content) {
    return NAME.matcher(content).find() || hidesSecret(content);
  }

  /** Whether an object stands for a secret kept elsewhere: {@code env} or {@code file} alone. */
  static boolean isReference(ConfigValue value) {
    return value instanceof ConfigObject object
        && object.size() == 1
        && (object.containsKey("env") || object.containsKey("file"));
  }

  /** All secrets of a resolved tree by path; literals and what cannot be fetched are problems. */
  SortedMap<String, Secret> collect(ConfigObject root) {
    walk(root, "", false);
    return found;
  }

  private void walk(ConfigValue value, String path, boolean isSecret) {
    if (isSecret && isReference(value)) {
      fetch((ConfigObject) value, path);
    } else if (value instanceof ConfigObject object) {
      for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
        String key = entry.getKey();
        walk(entry.getValue(), Paths.child(path, key), isSecret || isSecretKey(path, key));
      }
    } else if (value instanceof ConfigList list) {
      for (int i = 0; i < list.size(); i++) {
        walk(list.get(i), Paths.element(path, i), isSecret);
      }
    } else if (value.valueType() != ConfigValueType.NULL
        && (isSecret || hidesSecret(String.valueOf(value.unwrapped())))) {
      problem(
          value, path, "a secret may not be written here; write { env = NAME } or { file = PATH }");
    }
  }

  private void fetch(ConfigObject reference, String path) {
    if (reference.containsKey("env")) {
      String name = String.valueOf(reference.get("env").unwrapped());
      environmentVariables
          .apply(name)
          .filter(text -> !text.isEmpty())
          .ifPresentOrElse(
              text -> found.put(path, new Secret(text)),
              () -> problem(reference, path, "environment variable " + name + " is not set"));
    } else {
      String name = String.valueOf(reference.get("file").unwrapped());
      try {
        found.put(path, new Secret(BoundedFile.read(home, name, MOST_BYTES).strip()));
      } catch (BoundedFile.Unreadable e) {
        problem(reference, path, "file " + name + " " + e.getMessage());
      } catch (IOException e) {
        problem(reference, path, "file " + name + " cannot be read");
      }
    }
  }

  private void problem(ConfigValue value, String path, String message) {
    reading.problem(reading.places().of(value, path), path, message);
  }
}
