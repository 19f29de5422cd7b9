package org.renxing.jobs.upkeep;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;
import org.renxing.model.WeightScheme;

/** Releases that scenarios of the configuration take bounds or weights from. */
public final class Frozen {
  private Frozen() {}

  /** Their ids, as far as the lake has them. */
  public static Set<String> releases(Settings settings, Lake lake) {
    Releases releases = new Releases(lake);
    return names(settings).stream()
        .flatMap(name -> releases.find(name).stream())
        .map(Releases.Release::id)
        .collect(Collectors.toSet());
  }

  /** What scenarios call them: names, ids or numbers. */
  public static Set<String> names(Settings settings) {
    return settings.scenarios().values().stream()
        .flatMap(Frozen::named)
        .collect(Collectors.toSet());
  }

  private static Stream<String> named(Scenario scenario) {
    return Stream.concat(
        scenario.normalisation().frozenRelease().stream(),
        scenario.schemes().stream().map(WeightScheme::frozenRelease).flatMap(Optional::stream));
  }
}
