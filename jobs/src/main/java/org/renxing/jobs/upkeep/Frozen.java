package org.renxing.jobs.upkeep;

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
    return settings.scenarios().values().stream()
        .flatMap(Frozen::named)
        .distinct()
        .flatMap(name -> releases.find(name).stream())
        .map(Releases.Release::id)
        .collect(Collectors.toSet());
  }

  private static Stream<String> named(Scenario scenario) {
    return Stream.concat(
        scenario.normalisation().frozenRelease().stream(),
        scenario.schemes().stream().flatMap(scheme -> frozen(scheme)));
  }

  private static Stream<String> frozen(WeightScheme scheme) {
    return scheme.frozenRelease().stream();
  }
}
