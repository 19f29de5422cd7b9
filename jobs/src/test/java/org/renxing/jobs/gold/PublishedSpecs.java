package org.renxing.jobs.gold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.renxing.config.ConfigurationLoader;
import org.renxing.config.Vocabulary;
import org.renxing.index.Expression;
import org.renxing.jobs.gold.quality.BaseIndicatorQuality;
import org.renxing.jobs.gold.quality.SuspectValue;
import org.renxing.jobs.gold.reproduction.Reproduction;
import org.renxing.jobs.silver.remote.RemotePlan;
import org.renxing.lake.LakeFiles;
import org.renxing.model.Settings;
import org.renxing.model.TableSpec;
import org.renxing.weights.WeightingMethods;

/** The product's own configuration, and all gold tables that it can publish. */
public final class PublishedSpecs {
  private PublishedSpecs() {}

  /** The settings of an environment of the product. */
  public static Settings settings(String environment) {
    return ConfigurationLoader.load(
            Path.of(".."),
            environment,
            Map.of(),
            name -> Optional.empty(),
            new Vocabulary(text -> Expression.parse(text).inputs(), WeightingMethods.names()))
        .settings();
  }

  /** The shapes of all gold tables but that of releases. */
  public static List<TableSpec> all() {
    Settings settings = settings("default");
    LakeFiles files = new LakeFiles(new Configuration(false));
    List<TableSpec> out = new ArrayList<>();
    GoldTables.all(files, settings.rules(), RemotePlan.of(settings, files).aggregates())
        .forEach(table -> out.add(table.spec()));
    out.add(new SuspectValue(settings.quality()).spec());
    out.add(new BaseIndicatorQuality(settings.quality()).spec());
    out.add(new Reproduction(List.of(), Map.of(), Set.of(), false).spec());
    out.add(new DataDictionary(out).spec());
    return List.copyOf(out);
  }
}
