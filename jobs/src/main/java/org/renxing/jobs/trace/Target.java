package org.renxing.jobs.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.renxing.lake.Lake;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Scenario;
import org.renxing.model.Settings;

/** The release and scenario that a query means. */
record Target(Releases.Release release, Scenario scenario) {
  /**
   * Finds both and checks the year.
   *
   * @throws RenxingException USAGE, naming what there is
   */
  static Target of(Lake lake, Settings settings, TraceQuery query) {
    Releases.Release release = release(lake, query.release());
    List<String> released =
        release.entries().stream()
            .map(Releases.Entry::scenario)
            .filter(s -> !s.equals(TableState.WHOLE))
            .distinct()
            .sorted()
            .toList();
    if (!released.contains(query.scenario())) {
      throw usage(
          "scenario '%s': not in release %s of %s, which holds %s; a scenario of another environment needs --env"
              .formatted(query.scenario(), release.id(), lake.root(), released));
    }
    Scenario scenario =
        Optional.ofNullable(settings.scenarios().get(query.scenario()))
            .orElseThrow(
                () ->
                    usage(
                        "scenario '%s': released, but no longer in the configuration, which has %s; its methods are needed to trace"
                            .formatted(query.scenario(), settings.scenarios().keySet())));
    if (!scenario.years().contains(query.year())) {
      throw usage(
          String.format(
              Locale.ROOT,
              "year %d: scenario %s holds the years %s",
              query.year(),
              scenario.id(),
              scenario.years()));
    }
    return new Target(release, scenario);
  }

  private static Releases.Release release(Lake lake, Optional<String> wanted) {
    Releases releases = new Releases(lake);
    return wanted.map(releases::require).orElseGet(releases::requireNewest);
  }

  private static RenxingException usage(String message) {
    return new RenxingException(ErrorCode.USAGE, message);
  }
}
