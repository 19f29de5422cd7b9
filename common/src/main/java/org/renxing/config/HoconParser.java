package org.renxing.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.renxing.model.Nesting;

/**
 * Parses HOCON within bounds: of nesting, and of what is included, which are files of the home
 * folder and never URLs or the class path.
 */
final class HoconParser {
  /** Bytes of one file. */
  static final int MOST_BYTES = 1 << 20;

  /** Brackets, keys of a path, and includes within each other. */
  static final int DEEPEST = 64;

  private static final int MOST_INCLUDES = 100;
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  private final Path home;
  private int included;

  HoconParser(Path home) {
    this.home = home;
  }

  /**
   * The tree of a text, substitutions still open.
   *
   * @param name of the file, for origins; what it includes is looked for beside it
   * @throws ConfigException where it is no HOCON, or beyond the bounds
   */
  Config parse(String name, String text) {
    int depth = Nesting.depth(text);
    if (depth > DEEPEST) {
      throw tooDeep("brackets are nested " + depth + " deep");
    }
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setAllowMissing(false)
            .setOriginDescription(name)
            .setIncluder(new Includer(Optional.ofNullable(Path.of(name).getParent())));
    try {
      Config config = ConfigFactory.parseString(text, options);
      requireShallow(config.root(), 1);
      return config;
    } catch (StackOverflowError e) {
      throw tooDeep("it is nested");
    }
  }

  private static void requireShallow(ConfigValue value, int depth) {
    if (depth > DEEPEST) {
      throw tooDeep("keys are nested " + depth + " deep");
    }
    parts(value).forEach(part -> requireShallow(part, depth + 1));
  }

  /** What a value holds; nothing if it is a merge that waits for substitutions. */
  private static Collection<ConfigValue> parts(ConfigValue value) {
    return Places.isMerged(value)
        ? ((ConfigObject) value).values()
        : value instanceof ConfigList list ? list : List.of();
  }

  private static ConfigException tooDeep(String what) {
    return new ConfigException.Generic(what + " too deeply; at most " + DEEPEST + " levels");
  }

  /** Takes files of the home folder in. */
  private final class Includer
      implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    private final Path folder;

    Includer(Optional<Path> folder) {
      this.folder = folder.orElse(Path.of(""));
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this; // the library's own reads any file and URL
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      if (SCHEME.matcher(what).lookingAt()) {
        throw new ConfigException.Generic("include takes files of the home folder, and no URL");
      }
      return file(context, folder.resolve(what));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
      return file(context, what.toPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
      throw new ConfigException.Generic("include takes files of the home folder, and no URL");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
      throw new ConfigException.Generic("include takes files of the home folder, no resources");
    }

    private ConfigObject file(ConfigIncludeContext context, Path path) {
      Path file = home.resolve(path).normalize();
      if (!file.startsWith(home)) {
        throw new ConfigException.Generic("include takes files of the home folder only");
      }
      if (++included > MOST_INCLUDES) {
        throw new ConfigException.Generic(
            "more than " + MOST_INCLUDES + " files are included; does one include itself?");
      }
      String whole = home.relativize(file).toString();
      String name = Files.exists(file) ? whole : whole + Layers.SUFFIX;
      if (!Files.exists(home.resolve(name)) && context.parseOptions().getAllowMissing()) {
        return ConfigFactory.empty().root();
      }
      try {
        return parse(name, BoundedFile.read(home, name, MOST_BYTES)).root();
      } catch (BoundedFile.Unreadable e) {
        throw new ConfigException.Generic("included file " + name + " " + e.getMessage(), e);
      } catch (IOException e) {
        throw new ConfigException.Generic("included file " + name + " is missing", e);
      }
    }
  }
}
