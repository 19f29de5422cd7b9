package org.renxing.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renxing.model.DriverModel.Method;

/**
 * One look at what may drive a score (methods: drivers).
 *
 * @param id published as {@code driver_id}
 * @param response a score or variable of the scenario; see {@link Scenario#measures}
 * @param candidates what may drive it, of the same
 * @param years that are looked at
 * @param detector how candidates are cut into strata
 * @param models regressions; two-way fixed effects where none are given
 * @param learning by what the response is learnt from the candidates; empty where it is not wanted
 */
public record DriverAnalysis(
    @Key(isUnique = true) String id,
    @Key(names = Key.MEASURE) String response,
    @Key(names = Key.MEASURE) List<String> candidates,
    YearRange years,
    Detector detector,
    List<DriverModel> models,
    Optional<DriverLearning> learning)
    implements Serializable {

  public DriverAnalysis {
    candidates = List.copyOf(candidates);
    models =
        models.isEmpty() ? List.of(DriverModel.of("fixed", Method.FIXED, "")) : List.copyOf(models);
    if (candidates.isEmpty()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "drivers " + id + ": needs one candidate or more");
    }
    if (candidates.contains(response)) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "drivers " + id + ": '" + response + "' is the response, and cannot be a candidate");
    }
    List<String> known = candidates;
    for (DriverModel model : models) {
      List<String> missing =
          Stream.of(model.cause(), model.mediator())
              .filter(term -> !term.isEmpty() && model.formula().isEmpty() && !known.contains(term))
              .toList();
      if (!missing.isEmpty()) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION,
            "drivers " + id + ": model " + model.id() + ": no candidate '" + missing.get(0) + "'");
      }
    }
  }

  /** The serialised form: an Optional is not Serializable, a list of one or none is. */
  private record Form(
      String id,
      String response,
      List<String> candidates,
      YearRange years,
      Detector detector,
      List<DriverModel> models,
      List<DriverLearning> learning)
      implements Serializable {
    private Object readResolve() {
      return new DriverAnalysis(
          id, response, candidates, years, detector, models, learning.stream().findFirst());
    }
  }

  private Object writeReplace() {
    return new Form(id, response, candidates, years, detector, models, learning.stream().toList());
  }

  /** The response on the sum of the candidates. */
  public String formula() {
    return candidates.stream()
        .map(DriverAnalysis::quoted)
        .collect(Collectors.joining(" + ", quoted(response) + " ~ ", ""));
  }

  /** Whether a model depends on who is whose neighbour. */
  public boolean isSpatial() {
    return models.stream().map(DriverModel::method).anyMatch(Method::isSpatial);
  }

  /** The formula of a model: its own, or the response on the sum of the candidates. */
  public String formula(DriverModel model) {
    return model.formula().isEmpty() ? formula() : model.formula();
  }

  private static String quoted(String name) {
    return "`" + name + "`";
  }

  /**
   * The geographical detector of an analysis.
   *
   * @param isOn false where only regressions are wanted
   * @param strata into so many a candidate is cut; for {@link Cut#BEST} into at most so many
   * @param by {@link By#YEAR} for each year beside all years together
   */
  public record Detector(
      @Key(value = "on", or = "true") boolean isOn,
      @Key(or = "5", is = "from 2 to 50") int strata,
      @Key(or = "quantile") Cut discretise,
      @Key(or = "all") By by)
      implements Serializable {
    /** Five quantiles, all years together. */
    public static Detector standard() {
      return new Detector(true, 5, Cut.QUANTILE, By.ALL);
    }
  }

  /** How a candidate is cut into strata. */
  public enum Cut {
    QUANTILE,
    EQUAL,
    NATURAL,
    GEOMETRIC,
    SD,
    /** The way and number of strata with the highest q (Song et al. 2020). */
    BEST;

    /** As configuration and tables write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which rows are looked at together. */
  public enum By {
    ALL,
    YEAR
  }
}
