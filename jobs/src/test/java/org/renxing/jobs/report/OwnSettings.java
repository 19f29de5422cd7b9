package org.renxing.jobs.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.model.Settings;
import org.renxing.weights.WeightingMethods;

/** The configuration that comes with the product. */
public final class OwnSettings {
  private OwnSettings() {}

  /** Loads it. */
  public static Settings load() {
    return ConfigurationLoader.load(
            Path.of(".."),
            "default",
            Map.of(),
            name -> Optional.empty(),
            new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
        .settings();
  }
}
